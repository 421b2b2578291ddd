package dev.nara.search;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.algorithm.SpeedProbe;
import dev.nara.algorithm.SpeedProbe.Speed;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.run.RunControl;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.store.SharedGpus;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measured speed of engines for some settings; other settings have no measurement.
 *
 * @param spec the settings
 * @param speeds examples per second by engine id, in the order of measurement
 */
public record MeasuredSpeeds(RunSpec spec, Map<String, Speed> speeds) {
    /** Long enough for Java to compile hot code. */
    public static final SpeedProbe USUAL = new SpeedProbe(.7, 5);

    /** Keeps the order. */
    public MeasuredSpeeds {
        speeds = Collections.unmodifiableMap(new LinkedHashMap<>(speeds));
    }

    /**
     * Measures every engine that can train these settings, one after the other; an engine on a GPU waits until no other process of the
     * workspace uses it.
     *
     * @throws DataException the reason of the first engine, if none can train
     * @throws java.util.concurrent.CancellationException if it was asked to stop
     */
    public static MeasuredSpeeds of(
            Services services, Dataset dataset, RunSpec spec, List<String> engines, SpeedProbe probe, RunControl stop)
            throws DataException {
        PreparedRun preparedRun = services.prepare(spec, dataset);
        Algorithm algorithm = services.algorithms().algorithm(spec.algorithm());
        SharedGpus gpus = new SharedGpus(services.workspace());
        Map<String, Speed> speeds = new LinkedHashMap<>();
        List<DataException> refusals = new ArrayList<>();
        for (String engine : engines) {
            List<NamedGpu> its = algorithm.gpus(engine, Engine.AUTO);
            try {
                speeds.put(
                        engine,
                        its.isEmpty()
                                ? speed(preparedRun, engine, Engine.AUTO, probe, stop)
                                : speed(preparedRun, engine, gpus.takeOrThrow(its), probe, stop));
            } catch (DataException e) {
                refusals.add(e);
            }
        }
        if (speeds.isEmpty() && !refusals.isEmpty()) {
            throw refusals.get(0);
        }
        return new MeasuredSpeeds(spec, speeds);
    }

    private static Speed speed(
            PreparedRun run, String engine, Optional<GpuShare.Turn> gpu, SpeedProbe probe, RunControl stop)
            throws DataException {
        try (GpuShare.Turn turn = gpu.orElseThrow(
                () -> new DataException(Text.of("speed.gpu.taken", engine), Text.of("speed.gpu.taken.remedy")))) {
            return speed(run, engine, turn.gpu(), probe, stop);
        }
    }

    private static Speed speed(PreparedRun run, String engine, String device, SpeedProbe probe, RunControl stop)
            throws DataException {
        try (Fitting fitting = run.startOn(engine, device)) {
            return probe.of(fitting, stop::check);
        }
    }

    /** Whether the algorithm's parameters are those that were measured. */
    public boolean sameValues(RunSpec other) {
        return other.values().equals(spec.values());
    }

    /**
     * The measured speed for a run with these settings; empty if others were measured. If the program chooses the engine, the fastest
     * counts.
     */
    public Optional<Speed> of(RunSpec other) {
        boolean same = sameValues(other)
                && other.split().equals(spec.split())
                && other.data().equals(spec.data());
        return speeds.entrySet().stream()
                .filter(e -> same
                        && (other.engine().equals(Engine.AUTO) || other.engine().equals(e.getKey())))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingDouble(Speed::examplesPerSecond));
    }
}
