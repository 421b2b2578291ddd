package dev.nara.search;

import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.SpeedProbe;
import dev.nara.algorithm.SpeedProbe.Speed;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast engines are with some settings; says nothing of others.
 *
 * @param spec the settings
 * @param speeds by the engine's id, in the order in which they were measured
 */
public record MeasuredSpeeds(RunSpec spec, Map<String, Speed> speeds) {
    private static final SpeedProbe PROBE = new SpeedProbe(.7, 5);

    /** Keeps the order. */
    public MeasuredSpeeds {
        speeds = Collections.unmodifiableMap(new LinkedHashMap<>(speeds));
    }

    /**
     * Measures one engine after the other, of those that can train these settings.
     *
     * @throws DataException why the first cannot, where none can
     * @throws java.util.concurrent.CancellationException if it was asked to stop
     */
    public static MeasuredSpeeds of(PreparedRun preparedRun, RunSpec spec, List<String> engines, RunControl stop)
            throws DataException {
        Map<String, Speed> speeds = new LinkedHashMap<>();
        List<DataException> refusals = new ArrayList<>();
        for (String engine : engines) {
            try (Fitting fitting = preparedRun.startOn(engine)) {
                speeds.put(engine, PROBE.of(fitting, stop::check));
            } catch (DataException e) {
                refusals.add(e);
            }
        }
        if (speeds.isEmpty() && !refusals.isEmpty()) {
            throw refusals.get(0);
        }
        return new MeasuredSpeeds(spec, speeds);
    }

    /** Whether the algorithm's parameters are those that were measured. */
    public boolean sameValues(RunSpec other) {
        return other.values().equals(spec.values());
    }

    /**
     * The speed of a run of these settings; nothing where others were measured. Where the program chooses the engine, the
     * fastest counts.
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
