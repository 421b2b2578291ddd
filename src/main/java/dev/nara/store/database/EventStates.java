package dev.nara.store.database;

import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import java.util.Map;
import java.util.Optional;

/** The state that a run has after an event. */
public final class EventStates {
    private static final Map<Class<? extends RunEvent>, RunState> STATES = Map.of(
            RunEvent.Finished.class, RunState.FINISHED,
            RunEvent.Cancelled.class, RunState.CANCELLED,
            RunEvent.Failed.class, RunState.FAILED,
            RunEvent.Interrupted.class, RunState.INTERRUPTED,
            RunEvent.Paused.class, RunState.PAUSED,
            RunEvent.Resumed.class, RunState.RUNNING);

    private EventStates() {}

    /** The new state; empty if the event does not change it. */
    public static Optional<RunState> after(RunEvent event) {
        return Optional.ofNullable(STATES.get(event.getClass()));
    }
}
