package dev.nara.neumf;

import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.SpeedProbe;
import dev.nara.data.DataException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures and stores how fast the engines train models of a size on this machine: the first time such a model is prepared whose epochs
 * take longer than measuring does, for a second or two per engine. Thread-safe.
 */
public final class EngineSpeeds {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSpeeds.class);
    private static final double UNUSABLE = 0;
    /**
     * Below this number of multiply-adds per epoch nothing is measured: about 20 seconds on two cores, as long as unpacking, loading and
     * measuring all engines takes.
     */
    private static final double WORTH_MEASURING = 2e11;

    private static final SpeedProbe USUAL = new SpeedProbe(.2, 4);

    private final List<NeuMfEngine> engines;
    private final @Nullable Memory memory;
    private final BooleanSupplier busy;
    private final SpeedProbe probe;

    /** {@code busy} returns whether nothing should be measured now. */
    EngineSpeeds(List<NeuMfEngine> engines, @Nullable Memory memory, BooleanSupplier busy, SpeedProbe probe) {
        this.engines = List.copyOf(engines);
        this.memory = memory;
        this.busy = busy;
        this.probe = probe;
    }

    /** For these engines, in order of preference among equally fast or unmeasured ones. */
    public static EngineSpeeds of(List<NeuMfEngine> engines, Memory memory) {
        return new EngineSpeeds(engines, memory, EngineSpeeds::isBusy, USUAL);
    }

    /** Without measuring: the first usable engine is chosen. */
    public static EngineSpeeds unmeasured(List<NeuMfEngine> engines) {
        return new EngineSpeeds(engines, null, () -> true, USUAL);
    }

    /** Stores examples per second by model size and engine between program starts. */
    public interface Memory {
        /** The stored speeds, as a modifiable map. */
        Map<String, Map<String, Double>> read();

        /** Stores all speeds, if possible. */
        void write(Map<String, Map<String, Double>> speeds);
    }

    /** Starts a training to be measured. */
    @FunctionalInterface
    interface Start {
        Fitting on(NeuMfEngine engine, String device) throws DataException;
    }

    List<NeuMfEngine> engines() {
        return engines;
    }

    /**
     * The size of a training.
     *
     * @param batch examples per step
     * @param workPerExample multiply-adds
     * @param examples per epoch
     */
    record Size(int batch, double workPerExample, double examples) {
        boolean isWorthMeasuring() {
            return workPerExample * examples >= WORTH_MEASURING;
        }

        /** Sizes within a factor of four count as equal. */
        String on(String device) {
            return "batch 4^" + Math.round(Math.log(batch) / Math.log(4)) + ", work 4^"
                    + Math.round(Math.log(workPerExample) / Math.log(4)) + ", device " + device;
        }
    }

    /**
     * Examples per second by engine; empty if there is only one engine, or if nothing was measured before and either epochs are too short
     * for it to matter, or other work keeps the machine or its GPUs busy.
     *
     * @param device engines without it are not measured
     */
    synchronized Map<String, Double> of(Size of, String device, GpuShare gpus, Start start) {
        Memory kept = memory;
        if (kept == null) {
            return Map.of();
        }
        Map<String, Map<String, Double>> all = kept.read();
        String size = of.on(device);
        Map<String, Double> found = Optional.ofNullable(all.get(size)).orElse(Map.of());
        // Known speeds are used without loading libraries of other engines.
        if (!engines.stream().allMatch(engine -> found.get(engine.id()) != null)) {
            List<NeuMfEngine> usable = !of.isWorthMeasuring() || busy.getAsBoolean()
                    ? List.of()
                    : engines.stream().filter(engine -> has(engine, device)).toList();
            Map<String, Double> measured = usable.size() < 2 ? Map.of() : measured(usable, device, gpus, start);
            if (!measured.isEmpty()) {
                all.put(size, measured);
                kept.write(all);
            }
            return inOrder(measured);
        }
        return inOrder(found);
    }

    /** Measures all engines; not while other work uses the GPUs. */
    private Map<String, Double> measured(List<NeuMfEngine> usable, String device, GpuShare gpus, Start start) {
        try (MeasuringGpus taken = new MeasuringGpus(gpus)) {
            Map<NeuMfEngine, String> devices = new LinkedHashMap<>();
            for (NeuMfEngine engine : usable) {
                taken.device(engine, device).ifPresent(its -> devices.put(engine, its));
            }
            if (devices.size() < usable.size()) {
                return Map.of();
            }
            Map<String, Double> measured = new HashMap<>();
            engines.forEach(engine -> measured.put(engine.id(), UNUSABLE));
            devices.forEach((engine, its) -> measured.put(engine.id(), measure(engine, its, start)));
            return measured;
        }
    }

    /** The usable engines, in order. */
    private Map<String, Double> inOrder(Map<String, Double> speeds) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        for (NeuMfEngine engine : engines) {
            double speed = speeds.getOrDefault(engine.id(), UNUSABLE);
            if (speed > UNUSABLE) {
                ordered.put(engine.id(), speed);
            }
        }
        return Collections.unmodifiableMap(ordered);
    }

    /** While other work uses the processors, measurements are not representative. */
    private static boolean isBusy() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() > system.getAvailableProcessors();
    }

    static boolean has(NeuMfEngine engine, String device) {
        try {
            engine.check(device);
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    /** Empty if the engine cannot train the model. */
    private double measure(NeuMfEngine engine, String device, Start start) {
        try (Fitting fitting = start.on(engine, device)) {
            return probe.of(fitting, () -> {}).examplesPerSecond();
        } catch (DataException | RuntimeException e) {
            LOG.info("{} cannot be measured", engine.id(), e);
            return UNUSABLE;
        }
    }
}
