package dev.nara.ui.shell;

import dev.nara.store.RunStore;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.TrainController;
import dev.nara.ui.tune.TuneController;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Closes the window. If runs train, the user is asked: they continue without a window, are paused for later, or are stopped for good, or
 * the window stays open.
 */
final class Closing {
    private final Stage stage;
    private final Frame frame;
    private final RunStore store;
    private final TrainController train;
    private final TuneController tune;
    private final Runnable leaving;
    private boolean trainsOn;
    private boolean asking;

    /** {@code leaving} is called when the window is certain to close. */
    Closing(Stage stage, Frame frame, RunStore store, Screens screens, Runnable leaving) {
        this.stage = stage;
        this.frame = frame;
        this.store = store;
        this.train = screens.train();
        this.tune = screens.tune();
        this.leaving = leaving;
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, this::close);
    }

    /** Closes the window as if its close button had been pressed. */
    void request() {
        WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
        stage.fireEvent(request);
        if (!request.isConsumed()) {
            stage.hide();
        }
    }

    /** Whether runs continue after the window was closed. */
    boolean trainsOn() {
        return trainsOn;
    }

    /** Ignored while the question is open. */
    private void close(WindowEvent event) {
        if (asking) {
            event.consume();
        } else if (train.atWork() || tune.runningProperty().get()) {
            event.consume();
            asking = true;
            boolean closes = ask();
            asking = false;
            if (closes) {
                asking = true;
                frame.say().accept(frame.texts().get("close.waits"));
                // Runs that were just started must be queued before they are paused or continue.
                train.whenQueued(this::close);
            }
        } else if (tune.drafts()) {
            asking = true;
            boolean closes = frame.dialogs()
                    .confirm(
                            frame.texts().get("close.draft.title"),
                            frame.texts().get("close.draft"),
                            frame.texts().get("close.draft.yes"));
            asking = false;
            if (closes) {
                leave();
            } else {
                event.consume();
            }
        } else {
            leave();
        }
    }

    private void close() {
        leave();
        stage.hide();
    }

    private void leave() {
        if (trainsOn) {
            trainOn();
        } else {
            train.queue().close();
            train.references().close();
            tune.leaveAll();
        }
        leaving.run();
    }

    /** Asks what to do with running runs; returns whether the window closes. */
    private boolean ask() {
        Texts texts = frame.texts();
        String keep = texts.get("close.keep");
        String pause = texts.get("close.pause");
        String stop = texts.get("close.stop");
        Optional<String> answer = frame.dialogs()
                .choose(texts.get("close.title"), texts.get("close.question"), List.of(keep, pause, stop));
        if (answer.filter(stop::equals).isPresent()) {
            train.live().stopAll();
        }
        trainsOn = answer.filter(keep::equals).isPresent();
        return answer.isPresent();
    }

    private void trainOn() {
        // A paused run would never end.
        train.queue().resumeAll();
        // Otherwise the next window would report that this one is still open.
        frame.jobs()
                .run(
                        () -> {
                            store.claim().giveUp();
                            return true;
                        },
                        done -> {});
    }
}
