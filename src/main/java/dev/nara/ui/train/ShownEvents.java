package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import java.util.ArrayList;
import java.util.List;

/** The events of a run in order. Of very many batches every second one is dropped, which bounds the memory of long runs. */
final class ShownEvents {
    private static final int MOST_BATCHES = 40_000;

    private final List<RunEvent> events = new ArrayList<>();
    private int batches;

    /** Adds events; returns whether earlier batches were dropped. */
    boolean add(List<RunEvent> some) {
        events.addAll(some);
        batches += (int) some.stream().filter(RunEvent.Batch.class::isInstance).count();
        if (batches <= MOST_BATCHES) {
            return false;
        }
        List<RunEvent> kept = new ArrayList<>();
        int seen = 0;
        for (RunEvent event : events) {
            if (!(event instanceof RunEvent.Batch) || seen++ % 2 == 0) {
                kept.add(event);
            }
        }
        events.clear();
        events.addAll(kept);
        batches = (batches + 1) / 2;
        return true;
    }

    void clear() {
        events.clear();
        batches = 0;
    }

    /** All kept events, in order. */
    List<RunEvent> all() {
        return List.copyOf(events);
    }
}
