package dev.nara.search;

import dev.nara.algorithm.Cost;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The expected time and memory of a run, estimated from an earlier run on this machine: one with the same settings if there is any, else
 * the latest with the same algorithm, engine and data, scaled by the work per epoch.
 *
 * @param cost parameters, memory and work, if known
 * @param epochSeconds of one epoch and its share of the evaluations; empty before the first run of its kind
 * @param seconds of the whole run
 * @param from the run that it was estimated from, 0 for none
 * @param exact whether that run had the same settings
 */
public record Forecast(
        Optional<Cost> cost, OptionalDouble epochSeconds, OptionalDouble seconds, long from, boolean exact) {

    /** Estimates from the stored runs. */
    public static Forecast of(PreparedRun preparedRun, RunStore store) throws DataException {
        return of(preparedRun, store.list(), store);
    }

    /** Estimates from stored runs that were read already, newest first. */
    public static Forecast of(PreparedRun preparedRun, List<StoredRun> all, RunStore store) throws DataException {
        RunSpec spec = preparedRun.spec();
        Optional<Cost> cost = preparedRun.cost(preparedRun.spec().values());
        StoredRun like = null;
        boolean exact = false;
        for (StoredRun run : all) {
            if (run.best().isPresent() && alike(run.spec(), spec) && !exact) {
                boolean same = run.spec().values().equals(spec.values());
                if (same || like == null) {
                    like = run;
                    exact = same;
                }
            }
        }
        if (like == null) {
            return new Forecast(cost, OptionalDouble.empty(), OptionalDouble.empty(), 0, false);
        }
        double scale = 1;
        if (!exact) {
            Optional<Cost> other = preparedRun.cost(like.spec().values());
            // For algorithms that do not report their work, settings are assumed not to matter.
            scale = cost.isPresent() && other.isPresent()
                    ? cost.get().work() / other.get().work()
                    : 1;
        }
        List<RunEvent> events = store.events(like.id());
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(events);
        double training = scale * median(epochs, RunEvent.EpochDone::seconds);
        double evaluation = median(
                epochs.stream().filter(e -> e.evaluationSeconds() > 0).toList(), RunEvent.EpochDone::evaluationSeconds);
        double each = training + evaluation / spec.metricsEvery();
        double whole = each * (isDoneAtOnce(events) ? 1 : spec.epochs()) + preparedRun.pretraining() * training;
        return new Forecast(cost, OptionalDouble.of(each), OptionalDouble.of(whole), like.id(), exact);
    }

    /** Whether the algorithm is computed in a single epoch, regardless of the number asked for. */
    private static boolean isDoneAtOnce(List<RunEvent> events) {
        boolean more = events.stream().anyMatch(e -> e instanceof RunEvent.Started started && started.epochs() > 1);
        boolean toItsEnd = events.stream().anyMatch(e -> e instanceof RunEvent.Finished end && !end.stoppedEarly());
        return more && toItsEnd && RunEvent.epochs(events).size() == 1;
    }

    private static boolean alike(RunSpec one, RunSpec other) {
        return one.algorithm().equals(other.algorithm())
                && one.engine().equals(other.engine())
                && one.rows().equals(other.rows())
                && one.split().equals(other.split())
                && one.candidates().equals(other.candidates());
    }

    private static double median(List<RunEvent.EpochDone> epochs, ToDoubleFunction<RunEvent.EpochDone> seconds) {
        double[] sorted = epochs.stream().mapToDouble(seconds).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
