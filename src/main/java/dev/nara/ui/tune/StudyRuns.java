package dev.nara.ui.tune;

import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Jobs;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The studies that run in this program, each on its own thread. Only for the JavaFX thread. */
final class StudyRuns {
    private final StudyDesk desk;
    private final Jobs jobs;
    private final Redraws<StudySnapshot> live;
    private final Set<Long> here = new HashSet<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Runnable changed;

    /**
     * @param training runs the work, one thread per study
     * @param shown gets the state of studies, at most twice a second
     * @param changed called when a study starts or ends
     */
    StudyRuns(
            StudyDesk desk,
            Executor training,
            Consumer<Throwable> failed,
            Consumer<StudySnapshot> shown,
            Runnable changed) {
        this.desk = desk;
        this.jobs = new Jobs(training, failed);
        this.live = new Redraws<>(shown);
        this.changed = changed;
    }

    /** Runs a study, unless it already runs here. */
    void run(long study) {
        if (!here.add(study)) {
            return;
        }
        ended();
        jobs.quietly(
                () -> {
                    desk.run(study, live::offer);
                    return desk.snapshot(study);
                },
                last -> {
                    here.remove(study);
                    live.offer(last);
                    ended();
                },
                error -> {
                    here.remove(study);
                    ended();
                    jobs.run(
                            () -> {
                                throw error instanceof Exception e ? e : new IllegalStateException(error);
                            },
                            nothing -> {});
                });
    }

    private void ended() {
        running.set(!here.isEmpty());
        changed.run();
    }

    boolean here(long study) {
        return here.contains(study);
    }

    /** Whether a paused or finished study has to be run because of the event. */
    static boolean wakes(Phase phase, StudyEvent.Steering event) {
        boolean asks = event instanceof StudyEvent.Request
                || event instanceof StudyEvent.Extended
                || event instanceof StudyEvent.FinishAsked
                || event instanceof StudyEvent.ChosenByHand;
        return event instanceof StudyEvent.Continued || (phase.ended() && asks);
    }

    /** Stops running all studies; they can be resumed later. */
    void leaveAll() {
        here.forEach(desk::leave);
    }

    /** Whether any study runs here. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
