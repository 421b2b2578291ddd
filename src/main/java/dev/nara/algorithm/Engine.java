package dev.nara.algorithm;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An implementation that can train an algorithm, and the devices it can use. */
public interface Engine {
    /** Leaves the choice of an engine, or of a device, to the program. */
    String AUTO = "auto";

    /** The device that every engine has. */
    String CPU = "cpu";

    /** The id, as in {@code --engine}. */
    String id();

    /** Why it cannot be used on this machine; empty if it can. May load native libraries. */
    Optional<Text> unavailable();

    /** Every device, those that cannot be used with the reason. */
    List<Device> devices();

    /**
     * Checks that a device can be used.
     *
     * @throws DataException if this engine or the device cannot
     */
    default void check(String device) throws DataException {
        Optional<Text> problem = unavailable();
        if (problem.isPresent()) {
            throw new DataException(Text.of("engine.unusable", id(), problem.get()), Text.of("engine.unusable.remedy"));
        }
        if (device.equals(AUTO)) {
            return;
        }
        for (Device known : devices()) {
            if (known.id().equals(device) && known.problem().isPresent()) {
                throw new DataException(
                        Text.of("device.unusable", device, known.problem().get()), Text.of("device.unusable.remedy"));
            }
            if (known.id().equals(device)) {
                return;
            }
        }
        String known = devices().stream()
                .filter(d -> d.problem().isEmpty())
                .map(Device::id)
                .collect(Collectors.joining(", "));
        throw new DataException(Text.of("device.unknown", device), Text.of("device.unknown.remedy", known));
    }

    /** The GPUs of which a training on this device, or on {@link #AUTO}, uses one; empty if it runs on the processor. */
    default List<String> gpus(String device) {
        return devices().stream()
                .filter(one -> one.problem().isEmpty() && !one.id().equals(CPU))
                .map(Device::id)
                .filter(id -> device.equals(AUTO) || device.equals(id))
                .toList();
    }

    /** The same with names that are equal in every process. */
    default List<NamedGpu> namedGpus(String device) {
        return gpus(device).stream().map(gpu -> new NamedGpu(gpu, gpuName(gpu))).toList();
    }

    /** A GPU's name that is equal in every process of this machine, see {@link NamedGpu}. */
    default String gpuName(String gpu) {
        return gpu;
    }

    /**
     * The engine with an id; for {@link #AUTO} the first usable one, or the first of all if none is usable.
     *
     * @throws DataException if there is no such engine
     */
    static <E extends Engine> E choose(List<E> engines, String id) throws DataException {
        if (id.equals(AUTO)) {
            return engines.stream()
                    .filter(e -> e.unavailable().isEmpty())
                    .findFirst()
                    .orElse(engines.get(0));
        }
        for (E engine : engines) {
            if (engine.id().equals(id)) {
                return engine;
            }
        }
        String known = engines.stream().map(Engine::id).collect(Collectors.joining(", "));
        throw new DataException(Text.of("engine.unknown", id), Text.of("engine.unknown.remedy", known));
    }
}
