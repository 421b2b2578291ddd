package dev.nara.ui.train;

import dev.nara.algorithm.Engine;
import dev.nara.analysis.EarlierRuns;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.search.Forecast;
import dev.nara.search.VariedSettings;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.split.Warning;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the runs of the form would take, and warnings about their figures.
 *
 * @param runs one for each combination of varied values, or the first run of a search
 * @param warnings about the split and the candidates
 * @param queued the runs in the queue before them
 * @param engine the engine that would be used, even if the program chooses it; "" if there is no choice or it is not known
 * @param engineSpeeds examples per second by engine, if the program chooses one of several
 */
public record RunsAhead(
        VariedSettings varied,
        List<Ahead> runs,
        List<Warning> warnings,
        Queued queued,
        String engine,
        Map<String, Double> engineSpeeds) {
    /** Nothing is known. */
    static final RunsAhead NONE = new RunsAhead(
            VariedSettings.NONE, List.of(), List.of(), new Queued(0, OptionalDouble.of(0), true), "", Map.of());

    /** The settings do not fit the data, with the reason. */
    static RunsAhead refused(DataException why) {
        return new RunsAhead(
                VariedSettings.NONE, List.of(), List.of(new Warning(why.problem())), NONE.queued, "", Map.of());
    }

    /**
     * A run that would be trained.
     *
     * @param known the number of an earlier run equal to it, 0 for none
     */
    public record Ahead(RunSpec spec, Forecast forecast, long known) {}

    /**
     * The queued runs before it.
     *
     * @param seconds the time that they take; empty if it is not known for one of them
     * @param oneByOne whether one run trains at a time
     */
    public record Queued(int runs, OptionalDouble seconds, boolean oneByOne) {}

    /** Reads the stored runs; not on the JavaFX thread. */
    static RunsAhead of(
            Services services,
            RunStore store,
            Dataset dataset,
            RunSpec base,
            VariedSettings varied,
            List<StoredRun> waiting)
            throws DataException {
        List<RunSpec> specs = varied.few() ? varied.runs(base) : List.of(varied.start(base));
        PreparedRun first = services.prepare(specs.get(0), dataset);
        List<StoredRun> all = store.list();
        EarlierRuns earlier = new EarlierRuns(all);
        List<Ahead> runs = new ArrayList<>();
        for (RunSpec spec : specs) {
            PreparedRun run = runs.isEmpty() ? first : first.trainedAs(spec, services.algorithms());
            long known = earlier.equalTo(run.spec(), 1).map(StoredRun::id).orElse(0L);
            runs.add(new Ahead(run.spec(), Forecast.of(run, all, store), known));
        }
        double seconds = 0;
        for (StoredRun run : waiting) {
            boolean same = run.spec().sameRows(first.spec())
                    && run.spec().candidates().equals(first.spec().candidates());
            seconds += same
                    ? Forecast.of(first.trainedAs(run.spec(), services.algorithms()), all, store)
                            .seconds()
                            .orElse(Double.NaN)
                    : Double.NaN;
        }
        Queued queued = new Queued(
                waiting.size(),
                Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                store.parallelRuns() == 1);
        Map<String, Double> speeds = base.engine().equals(Engine.AUTO) ? first.engineSpeeds() : Map.of();
        String engine = first.spec().engine();
        return new RunsAhead(varied, List.copyOf(runs), first.toKnow(), queued, engine, speeds);
    }

    /** Whether the runs are a search. */
    boolean search() {
        return !varied.few();
    }

    /** The runs that would be trained: those that equal an earlier one are skipped, except for a single run. */
    List<Ahead> fresh() {
        return runs.size() == 1
                ? runs
                : runs.stream().filter(run -> run.known() == 0).toList();
    }

    /** The values that the program chose for settings left open, by name. */
    Map<String, String> resolved() {
        return runs.isEmpty() ? Map.of() : runs.get(0).spec().run().values();
    }
}
