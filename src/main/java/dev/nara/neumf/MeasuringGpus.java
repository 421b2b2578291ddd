package dev.nara.neumf;

import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The GPUs on which engines are measured: all are taken before the first engine is, so that nothing is measured in vain. */
final class MeasuringGpus implements AutoCloseable {
    private final GpuShare share;
    /** By what every program calls them; engines that have the same are measured on it one after the other. */
    private final Map<String, GpuShare.Turn> turns = new HashMap<>();

    MeasuringGpus(GpuShare share) {
        this.share = share;
    }

    /** What an engine is measured on: a GPU that is taken for it where it has any; empty where others compute on all of its GPUs. */
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
