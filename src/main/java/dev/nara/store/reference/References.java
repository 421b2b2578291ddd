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
 * What cheap and strong algorithms of usual settings reach on the data, the split and the protocol of a run. Each is trained once
 * for all runs of the workspace that share these, unless a run of it is stored already; its figures are kept under all that
 * decides them, so that they are never those of other rows or of another version of the program.
 */
public final class References {
    /** Multiply-adds up to which an algorithm is quick: seconds on one core. */
    private static final double QUICK = 6e10;

    /** Settings that decide nothing where nothing is drawn and one epoch is all. */
    private static final List<String> WITHOUT_EFFECT =
            List.of("data", "epochs", "patience", "seed", "metricsEvery", "engine", "device");

    private final Algorithms algorithms;
    private final RunStore store;

    public References(Algorithms algorithms, RunStore store) {
        this.algorithms = algorithms;
        this.store = store;
    }

    /** Those known of a run but itself, in the order of the program's list; none before its split is stored. */
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
     * Trains those that are not known of a run yet, one after the other, on one core alone, and keeps their figures. The one
     * that is the run itself is left to it.
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

    /** Whether it is quick, and has something of its own to say on the data. */
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

    /** The settings of a run with those of an algorithm, as usual, in place of its own. */
    private static RunSpec wanted(RunSpec run, Algorithm algorithm) throws DataException {
        return run.change()
                .algorithm(algorithm.id())
                .values(ParameterValues.of(algorithm.parameters(), Map.of()).asMap())
                .spec();
    }

    /** Whether two specs of one split have the same figures, so that one says nothing about the other. */
    private static boolean same(RunSpec one, RunSpec other) {
        return key(one, "").equals(key(other, ""));
    }

    /** All that decides the figures: the settings, the split as it was frozen and the version of the program. */
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
