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
 * How fast the engines train models of a size on this machine: measured the first time such a model is prepared whose epochs take
 * longer than measuring does, for a second or two each, and kept. Safe for many threads.
 */
public final class EngineSpeeds {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSpeeds.class);
    private static final double UNUSABLE = 0;
    /**
     * Multiply-adds of an epoch below which nothing is measured: about 20 seconds of two cores, as long as all engines take to be
     * unpacked, loaded and measured.
     */
    private static final double WORTH_MEASURING = 2e11;

    private static final SpeedProbe USUAL = new SpeedProbe(.2, 4);

    private final List<NeuMfEngine> engines;
    private final @Nullable Memory memory;
    private final BooleanSupplier busy;
    private final SpeedProbe probe;

    /** {@code busy} tells whether nothing should be measured now. */
    EngineSpeeds(List<NeuMfEngine> engines, @Nullable Memory memory, BooleanSupplier busy, SpeedProbe probe) {
        this.engines = List.copyOf(engines);
        this.memory = memory;
        this.busy = busy;
        this.probe = probe;
    }

    /** Of these engines, the one preferred where they are level, or where nothing is known, first. */
    public static EngineSpeeds of(List<NeuMfEngine> engines, Memory memory) {
        return new EngineSpeeds(engines, memory, EngineSpeeds::isBusy, USUAL);
    }

    /** Of engines that are never measured: the first that can be used is taken. */
    public static EngineSpeeds unmeasured(List<NeuMfEngine> engines) {
        return new EngineSpeeds(engines, null, () -> true, USUAL);
    }

    /** Keeps examples a second by size of model and engine from one start of the program to the next. */
    public interface Memory {
        /** What is known; a map that the caller may change. */
        Map<String, Map<String, Double>> read();

        /** Keeps all of it, if it can. */
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
     * Of a training.
     *
     * @param batch examples of a step
     * @param workPerExample multiply-adds
     * @param examples of an epoch
     */
    record Size(int batch, double workPerExample, double examples) {
        boolean isWorthMeasuring() {
            return workPerExample * examples >= WORTH_MEASURING;
        }

        /** Those within a factor of four are alike. */
        String on(String device) {
            return "batch 4^" + Math.round(Math.log(batch) / Math.log(4)) + ", work 4^"
                    + Math.round(Math.log(workPerExample) / Math.log(4)) + ", device " + device;
        }
    }

    /**
     * Examples a second by engine; empty where there is no choice, and where nothing was measured before and either an epoch is done
     * too soon for it to matter, or others keep the machine or its GPUs busy.
     *
     * @param device the engines that have it are measured
     */
    synchronized Map<String, Double> of(Size of, String device, GpuShare gpus, Start start) {
        Memory kept = memory;
        if (kept == null) {
            return Map.of();
        }
        Map<String, Map<String, Double>> all = kept.read();
        String size = of.on(device);
        Map<String, Double> found = Optional.ofNullable(all.get(size)).orElse(Map.of());
        // What is known loads no library of an engine that is not taken.
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

    /** Of all engines; nothing while others compute on the GPUs. */
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

    /** Of the engines that could be used, in their order. */
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

    /** Where others take the processors, what is measured says nothing of the engines. */
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

    /** Nothing where it cannot train the model. */
    private double measure(NeuMfEngine engine, String device, Start start) {
        try (Fitting fitting = start.on(engine, device)) {
            return probe.of(fitting, () -> {}).examplesPerSecond();
        } catch (DataException | RuntimeException e) {
            LOG.info("{} cannot be measured", engine.id(), e);
            return UNUSABLE;
        }
    }
}
