package dev.nara.store.queue;

import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.store.entry.StoredRun;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of a queue that wait for a {@link GpuPlace}: later runs that need the same GPU have to wait, others do not. Takes no GPU itself.
 * Thread-safe.
 */
final class GpuWaits {
    private static final Logger LOG = LoggerFactory.getLogger(GpuWaits.class);

    private final Map<Long, List<NamedGpu>> waiting = new HashMap<>();

    /** The GPUs from which a run takes one. */
    @FunctionalInterface
    interface Needs {
        List<NamedGpu> of(StoredRun run) throws DataException;
    }

    synchronized int count() {
        return waiting.size();
    }

    /** A run waits for one of these GPUs. */
    synchronized void begins(long run, List<NamedGpu> gpus) {
        waiting.put(run, gpus);
    }

    /** A run no longer waits; does nothing if it did not. */
    synchronized void ends(long run) {
        waiting.remove(run);
    }

    private synchronized Set<NamedGpu> wanted() {
        Set<NamedGpu> wanted = new HashSet<>();
        waiting.values().forEach(wanted::addAll);
        return wanted;
    }

    /** Those of these runs that have to wait for the waiting ones. */
    Set<Long> behind(List<StoredRun> runs, Needs needs) {
        Set<NamedGpu> wanted = wanted();
        Set<Long> behind = new HashSet<>();
        // If no run waits, engines are not asked for their GPUs.
        for (StoredRun run : wanted.isEmpty() ? List.<StoredRun>of() : runs) {
            try {
                if (!Collections.disjoint(wanted, needs.of(run))) {
                    behind.add(run.id());
                }
            } catch (DataException | RuntimeException | LinkageError e) {
                LOG.debug("run {} says so when it has its turn", run.id(), e);
            }
        }
        return behind;
    }
}
