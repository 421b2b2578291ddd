package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.search.trials.TrialExecutor.Task;
import dev.nara.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of a study that this process trains, and the reasons why some are to be stopped. Guarded by the study's {@link Course}. */
final class UnderWay {
    private final TrialExecutor executor;
    private final Map<Long, Task> tasks = new HashMap<>();
    private final Map<Long, Reason> left = new HashMap<>();
    private final Map<Long, List<String>> waiting = new HashMap<>();

    /** Why a run is to be stopped, and the number of the event that requested it, 0 for none. */
    record Reason(Text why, long asked) {}

    UnderWay(TrialExecutor executor) {
        this.executor = executor;
    }

    void train(long run, Task task, int reached, TrialExecutor.Watch watch) throws DataException {
        tasks.put(run, task);
        boolean begun = false;
        try {
            executor.train(run, task, reached, watch);
            begun = true;
        } finally {
            if (!begun) {
                tasks.remove(run);
            }
        }
    }

    /** Requests to stop a run. */
    void leave(long run, Text why, long asked) {
        if (tasks.containsKey(run) && left.putIfAbsent(run, new Reason(why, asked)) == null) {
            executor.leave(run);
        }
    }

    /** Stops all runs in their present state; they continue later. */
    void leaveAll() {
        for (long run : new HashSet<>(tasks.keySet())) {
            executor.leave(run);
        }
    }

    /** A run is no longer trained; returns why it was to be stopped, null if it was not. */
    @Nullable
    Reason ended(long run) {
        tasks.remove(run);
        waiting.remove(run);
        return left.remove(run);
    }

    /** A run waits for these GPUs, or no longer waits. */
    void waits(long run, List<String> ahead) {
        if (ahead.isEmpty()) {
            waiting.remove(run);
        } else {
            waiting.put(run, ahead);
        }
    }

    /** What all runs wait for; empty if one of them trains, or there is none. */
    List<String> waitsFor() {
        return waiting.size() < tasks.size()
                ? List.of()
                : waiting.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList();
    }

    Task task(long run) {
        return Objects.requireNonNull(tasks.get(run));
    }

    boolean isLeft(long run) {
        return left.containsKey(run);
    }

    Set<Long> runs() {
        return Set.copyOf(tasks.keySet());
    }

    Set<Long> leaving() {
        return Set.copyOf(left.keySet());
    }

    /** How many more runs may train. */
    int free() throws DataException {
        return executor.places() - tasks.size();
    }
}
