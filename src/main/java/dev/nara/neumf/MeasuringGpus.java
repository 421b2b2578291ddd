package dev.nara.neumf;

import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The GPUs for measuring engines; all are reserved before the first measurement, so that none is wasted. */
final class MeasuringGpus implements AutoCloseable {
    private final GpuShare share;
    /** Keyed by names that are equal in every process; engines with the same GPU are measured on it one after the other. */
    private final Map<String, GpuShare.Turn> turns = new HashMap<>();

    MeasuringGpus(GpuShare share) {
        this.share = share;
    }

    /** The device for measuring an engine: a reserved GPU if it has any; empty if all of its GPUs are in use. */
    Optional<String> device(NeuMfEngine engine, String device) {
        List<NamedGpu> its = engine.namedGpus(device);
        if (its.isEmpty()) {
            return Optional.of(device);
        }
        Optional<String> known = its.stream()
                .filter(gpu -> turns.containsKey(gpu.name()))
                .map(NamedGpu::id)
                .findFirst();
        return known.isPresent() ? known : share.take(its).map(turn -> keep(its, turn));
    }

    private String keep(List<NamedGpu> its, GpuShare.Turn turn) {
        its.stream().filter(gpu -> gpu.id().equals(turn.gpu())).forEach(gpu -> turns.put(gpu.name(), turn));
        return turn.gpu();
    }

    @Override
    public void close() {
        turns.values().forEach(GpuShare.Turn::close);
    }
}
