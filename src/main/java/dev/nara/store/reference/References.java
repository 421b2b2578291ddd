package dev.nara.store.reference;

import com.google.gson.JsonObject;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.run.RunControl;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.spec.SpecJson;
import dev.nara.split.SplitFile;
import dev.nara.store.RunStore;
import dev.nara.store.database.ReferenceTable;
import dev.nara.store.entry.Environment;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of fast and strong algorithms with default settings on the data, the split and the protocol of a run. Each is trained once for
 * all runs of the workspace that share these, unless such a run is stored already; its figures are stored under a key of everything that
 * determines them, including the rows and the version of the program.
 */
public final class References {
    /** The most multiply-adds of an algorithm that counts as fast: seconds on one core. */
    private static final double QUICK = 6e10;

    /** Settings without effect on algorithms that have no randomness and only one epoch. */
    private static final List<String> WITHOUT_EFFECT =
            List.of("data", "epochs", "patience", "seed", "metricsEvery", "engine", "device");

    private final Algorithms algorithms;
    private final RunStore store;

    public References(Algorithms algorithms, RunStore store) {
        this.algorithms = algorithms;
        this.store = store;
    }

    /** The known references of a run except itself, in the order of the program's list; none before its split is stored. */
    public List<Reference> of(StoredRun run) throws DataException {
        List<Reference> known = new ArrayList<>();
        String split = splitOf(run.id());
        if (split.isEmpty()) {
            return known;
        }
        List<StoredRun> others = store.list();
        for (Algorithm algorithm : algorithms.references()) {
            RunSpec wanted = wanted(run.spec(), algorithm);
            if (!same(wanted, run.spec())) {
                find(wanted, split, others)
                        .ifPresent(figures ->
                                known.add(new Reference(algorithm.id(), figures.validation(), figures.test())));
            }
        }
        return known;
    }

    /**
     * Trains the references of a run that are not known yet, one after the other, on a single core, and stores their figures; not the one
     * that is the run itself.
     *
     * @param run its number; its split is stored
     * @param each called after every one
     * @throws java.util.concurrent.CancellationException when the control ends it
     */
    public void train(long run, PreparedRun preparedRun, RunControl control, Runnable each) throws DataException {
        String split = splitOf(run);
        for (Algorithm algorithm : algorithms.references()) {
            RunSpec wanted = wanted(preparedRun.spec(), algorithm);
            if (!split.isEmpty()
                    && !same(wanted, preparedRun.spec())
                    && find(wanted, split, store.list()).isEmpty()) {
                PreparedRun other = preparedRun.by(algorithm);
                if (tells(algorithm, other)) {
                    store.references().keep(key(wanted, split), OneCore.run(() -> figures(other, control)));
                    each.run();
                }
            }
        }
    }

    /** Whether the algorithm is fast and useful on the data: one that recommends repeats is useful only if there are repeats. */
    private static boolean tells(Algorithm algorithm, PreparedRun preparedRun) throws DataException {
        Interactions train = preparedRun.split().train();
        boolean repeats = preparedRun.candidates().seenKept() && train.distinctPairs() < train.size();
        Optional<Cost> cost = preparedRun.cost(preparedRun.spec().values());
        return (repeats || !algorithm.recommendsRepeats())
                && cost.map(Cost::work).orElse(0.0) <= QUICK
                && preparedRun.validation().split().evaluatedUsers() > 0;
    }

    private static ReferenceTable.Figures figures(PreparedRun preparedRun, RunControl control) throws DataException {
        try (Fitting fitting = preparedRun.start()) {
            fitting.epoch((done, total, loss) -> control.check());
            Recommender recommender = fitting.recommender();
            Map<String, Double> validation = preparedRun
                    .validator()
                    .evaluate(recommender, (done, total) -> control.check())
                    .means();
            Map<String, Double> test = preparedRun.testedApart()
                    ? preparedRun
                            .evaluator()
                            .evaluate(recommender, (done, total) -> control.check())
                            .means()
                    : validation;
            return new ReferenceTable.Figures(validation, test);
        }
    }

    private Optional<ReferenceTable.Figures> find(RunSpec wanted, String split, List<StoredRun> others)
            throws DataException {
        String key = key(wanted, split);
        Optional<ReferenceTable.Figures> kept = store.references().find(key);
        for (StoredRun other : others) {
            if (kept.isEmpty()
                    && other.spec().algorithm().equals(wanted.algorithm())
                    && other.state() == RunState.FINISHED
                    && other.environment().program().equals(Environment.ofThis().program())
                    && key(other.spec(), splitOf(other.id())).equals(key)) {
                kept = figures(other);
            }
        }
        return kept;
    }

    private static Optional<ReferenceTable.Figures> figures(StoredRun run) {
        return run.best()
                .flatMap(best -> run.spec().chosenOnTest()
                        ? Optional.of(new ReferenceTable.Figures(best.metrics(), best.metrics()))
                        : run.tested().map(tested -> new ReferenceTable.Figures(best.metrics(), tested.metrics())));
    }

    /** The settings of a run with another algorithm and its default parameters. */
    private static RunSpec wanted(RunSpec run, Algorithm algorithm) throws DataException {
        return run.change()
                .algorithm(algorithm.id())
                .values(ParameterValues.of(algorithm.parameters(), Map.of()).asMap())
                .spec();
    }

    /** Whether two specs of one split have the same figures, so that comparing them is useless. */
    private static boolean same(RunSpec one, RunSpec other) {
        return key(one, "").equals(key(other, ""));
    }

    /** Everything that determines the figures: the settings, the frozen split and the version of the program. */
    private static String key(RunSpec spec, String split) {
        JsonObject key = SpecJson.of(spec);
        WITHOUT_EFFECT.forEach(key::remove);
        key.addProperty("frozen", split);
        key.addProperty("program", Environment.ofThis().program());
        return key.toString();
    }

    private String splitOf(long run) throws DataException {
        try {
            return SplitFile.hash(store.files().split(run));
        } catch (IOException e) {
            throw store.unusable(e);
        }
    }
}
