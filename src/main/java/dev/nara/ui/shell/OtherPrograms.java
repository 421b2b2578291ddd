package dev.nara.ui.shell;

import dev.nara.store.RunStore;
import dev.nara.ui.common.Frame;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** Detects changes to the workspace by other programs while the window is open. */
final class OtherPrograms {
    private static final Duration BETWEEN_LOOKS = Duration.seconds(2);

    private final RunStore store;
    private final Frame frame;
    private final Runnable changed;
    private boolean looking;

    /** {@code changed} is called when another program has changed the workspace. */
    OtherPrograms(RunStore store, Frame frame, Runnable changed) {
        this.store = store;
        this.frame = frame;
        this.changed = changed;
    }

    /** Checks periodically until the window is closed. */
    void watch(Stage stage) {
        Timeline timeline = new Timeline(new KeyFrame(BETWEEN_LOOKS, e -> look()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> timeline.stop());
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        frame.jobs()
                .quietly(
                        store::changedElsewhere,
                        found -> {
                            looking = false;
                            if (found) {
                                changed.run();
                            }
                        },
                        error -> looking = false);
    }

    /** Shows a warning if another window has the workspace open. */
    void warn() {
        frame.jobs().run(store.claim()::take, alone -> {
            if (!alone) {
                frame.notices()
                        .problem(
                                frame.texts().get("workspace.shared.title"),
                                frame.texts().get("workspace.shared"),
                                "");
            }
        });
    }
}
