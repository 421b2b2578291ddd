package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.RunQueue;
import dev.nara.text.Text;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs that this program trains, their progress, and the actions of the buttons. The buttons control the run on screen if it trains,
 * here or in another program, so that no unseen run is stopped. While no single run is on screen, they control the only run that trains
 * here, if there is exactly one.
 */
public final class LiveRuns {
    private static final Text STOPPING = Text.of("train.stopping");
    private static final Text PAUSING = Text.of("train.pausing");

    private final TrainModel model;
    private final RunOnScreen screen;
    private final RunQueue queue;
    private final Texts texts;
    private final BiConsumer<StoredRun, RunRequest> others;
    /** By run number, in the order in which they started. */
    private final Map<Long, Training> trainings = new LinkedHashMap<>();

    /** A run that trains. */
    private static final class Training {
        private final long run;
        /** The events to keep, including those of earlier processes. */
        private final ShownEvents events = new ShownEvents();

        private @Nullable Text status;
        private LiveRun live;
        private boolean pausing;
        private boolean stopping;

        Training(StoredRun run, List<RunEvent> past) {
            this.run = run.id();
            live = LiveRun.NONE.on(run.spec().engine());
            events.add(past);
        }

        /** Shows the pending request beside its progress; "" once it was fulfilled. */
        void asked(String words) {
            live = live.asked(words);
        }
    }

    /** {@code others} passes a request on to the program that trains a run. */
    LiveRuns(
            TrainModel model,
            RunOnScreen screen,
            RunQueue queue,
            Texts texts,
            BiConsumer<StoredRun, RunRequest> others) {
        this.model = model;
        this.screen = screen;
        this.queue = queue;
        this.texts = texts;
        this.others = others;
        model.detailsProperty().addListener((o, was, is) -> {
            StoredRun other = elsewhere();
            if (other != null) {
                model.shownStatusProperty()
                        .set(texts.get("state." + other.state()) + " · " + texts.get("runs.elsewhere"));
            }
            tell();
        });
    }

    /** Whether this program trains the run. */
    boolean has(long run) {
        return trainings.containsKey(run);
    }

    /** All events so far of a run that trains here. */
    List<RunEvent> events(long run) {
        Training training = trainings.get(run);
        return training == null ? List.of() : training.events.all();
    }

    /** A run starts; {@code past} are its events from earlier processes. */
    void begin(StoredRun run, List<RunEvent> past) {
        trainings.put(run.id(), new Training(run, past));
        model.runningProperty().set(true);
    }

    /** No run trains any more. */
    void clear() {
        trainings.clear();
    }

    /** Updates a run's progress and status text after an event. */
    void happened(StoredRun run, RunEvent event) {
        Text words = EventWords.of(event, run.spec()).orElse(null);
        Training training = trainings.get(run.id());
        if (training == null) {
            say(words);
            return;
        }
        if (event instanceof RunEvent.Batch || !event.passing()) {
            training.events.add(List.of(event));
        }
        boolean stale = training.stopping && event.passing();
        if (words != null && !stale) {
            training.status = Text.of("train.of.run", run.title(), words);
        }
        if (event instanceof RunEvent.Batch batch) {
            double share = batch.done() / (double) Math.max(1, batch.total());
            double done = batch.seconds() / (batch.seconds() + batch.secondsLeft());
            training.live = training.live.at(share, batch.epoch(), EndTime.secondsLeft(batch), done);
        } else if (event instanceof RunEvent.Evaluating evaluating) {
            // The epoch was trained; its progress must never decrease.
            int epoch = evaluating.atEnd() ? training.live.epoch() : evaluating.epoch();
            training.live = training.live.at(1, epoch, Double.NaN, training.live.done());
        } else if (event instanceof RunEvent.EpochDone epoch) {
            training.live = training.live.withSpeed(epoch.examplesPerSecond());
        } else if (event instanceof RunEvent.Paused || event instanceof RunEvent.Resumed) {
            training.pausing = event instanceof RunEvent.Paused;
            LiveRun live = training.live;
            training.live = live.at(live.share(), live.epoch(), Double.NaN, live.done());
            training.asked("");
        }
        if (event.last()) {
            // The last status remains in the status bar.
            tell();
            trainings.remove(run.id());
            model.runningProperty().set(queue.busy());
        }
    }

    private void say(@Nullable Text words) {
        if (words != null) {
            model.statusProperty().set(words);
        }
    }

    /** The run of this program that the buttons control; null for none. */
    private @Nullable Training controlled() {
        boolean theOne = screen.run() == 0 && trainings.size() == 1;
        return theOne ? trainings.values().iterator().next() : trainings.get(screen.run());
    }

    /** The run on screen if another program trains it. */
    private @Nullable StoredRun elsewhere() {
        StoredRun shown = model.detailsProperty().get().run();
        boolean trains = shown != null
                && shown.id() == screen.run()
                && !has(shown.id())
                && model.detailsProperty().get().elsewhere()
                && (shown.state() == RunState.RUNNING || shown.state() == RunState.PAUSED);
        return trains ? shown : null;
    }

    /** Whether a run is about to start, and none trains yet. */
    private boolean begins() {
        return trainings.isEmpty() && queue.busy();
    }

    /** Updates the buttons, the status bar and the list of runs. */
    void tell() {
        Training training = controlled();
        StoredRun other = elsewhere();
        model.controlledProperty().set(training != null ? training.run : other != null ? other.id() : 0);
        model.controllableProperty().set(training != null || other != null || begins());
        model.pausableProperty().set(training != null || other != null);
        model.pausingProperty()
                .set(other == null ? training != null && training.pausing : other.state() == RunState.PAUSED);
        model.stoppingProperty().set(training != null && training.stopping);
        // If the buttons control none of them, the status is that of the first.
        trainings.values().stream()
                .filter(one -> training == null || training.equals(one))
                .findFirst()
                .ifPresent(one -> say(one.status));
        Map<Long, LiveRun> live = new HashMap<>();
        trainings.forEach((id, each) -> live.put(id, each.live));
        model.liveProperty().set(live);
        model.shownLiveProperty().set(has(screen.run()));
    }

    /** Asks the run that the buttons control to stop; shown at once and done within a batch. */
    public void stop() {
        StoredRun other = elsewhere();
        Training training = controlled();
        if (other != null) {
            ask(other, RunRequest.STOP);
        } else if (training == null && begins()) {
            say(STOPPING);
            stopAll();
        } else if (training != null) {
            training.stopping = true;
            training.status = STOPPING;
            training.asked(texts.of(STOPPING));
            tell();
            queue.stop(training.run);
        }
    }

    /** Asks all runs that train here to stop. */
    public void stopAll() {
        model.stoppingProperty().set(true);
        queue.stopAll();
    }

    /** Pauses or resumes the run that the buttons control. */
    public void pauseOrGoOn() {
        StoredRun other = elsewhere();
        Training training = controlled();
        if (other != null) {
            ask(other, other.state() == RunState.PAUSED ? RunRequest.GO_ON : RunRequest.PAUSE);
        } else if (training != null) {
            training.pausing = !training.pausing;
            if (training.pausing) {
                training.status = PAUSING;
                training.asked(texts.of(PAUSING));
                queue.pause(training.run);
            } else {
                training.asked("");
                queue.resume(training.run);
            }
            tell();
        }
    }

    private void ask(StoredRun run, RunRequest request) {
        say(Text.of("train.asked", run.title()));
        others.accept(run, request);
    }
}
