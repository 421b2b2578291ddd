package dev.nara.ui.runs;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Caches the figures of all runs by epoch; those of a run are read again only if it has advanced. Used by one thread at a time. */
final class SparkCurves {
    private final RunStore store;
    private final Map<Long, Integer> known = new HashMap<>();
    private final Map<Long, Map<Integer, Double>> curves = new HashMap<>();

    SparkCurves(RunStore store) {
        this.store = store;
    }

    /** Reads what is missing; not on the JavaFX thread. */
    synchronized Map<Long, Map<Integer, Double>> read(List<StoredRun> runs) throws DataException {
        Map<String, List<Long>> byMetric = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            int last = run.last().map(epoch -> epoch.epoch()).orElse(0);
            if (last > 1 && known.getOrDefault(run.id(), 0) != last) {
                known.put(run.id(), last);
                byMetric.computeIfAbsent(RailScore.metric(run), m -> new ArrayList<>())
                        .add(run.id());
            }
        }
        for (Map.Entry<String, List<Long>> some : byMetric.entrySet()) {
            curves.putAll(store.curves().of(some.getValue(), some.getKey()));
        }
        return Map.copyOf(curves);
    }
}
