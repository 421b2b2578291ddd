package dev.nara.search;

import dev.nara.algorithm.Algorithm;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.Runner;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.space.Spaces;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses an algorithm's settings and its number of epochs on the run's validation part, or, where the run has none, on the one it
 * would have; nothing that is to be found in the end is looked at. One parameter of the search space after the other takes
 * the value with the best figure of the first metric, the others standing as they are, in two rounds at most.
 */
public final class Tuning {
    private static final int ROUNDS = 2;
    /** Values of one parameter, at most. */
    private static final int VALUES = 5;
    /** Epochs without a better figure after which a trial ends. */
    private static final int PATIENCE = 3;

    private final Services services;
    private final RunSpec spec;
    private final String metrics;
    private final Dataset dataset;
    private final RunSpec validated;
    private final RunControl control;
    private final Consumer<Trial> watch;
    private final Map<Map<String, String>, Trial> trials = new HashMap<>();

    /**
     * One training on the validation part.
     *
     * @param settings what differs from the defaults
     * @param metric that decides
     * @param figure of the best epoch; NaN where the training failed
     * @param epochs the best epoch
     * @param problem why it failed, else ""
     */
    public record Trial(Map<String, String> settings, String metric, double figure, int epochs, String problem) {
        private boolean better(Trial other) {
            return !Double.isNaN(figure)
                    && (Double.isNaN(other.figure)
                            || CutoffMetric.worth(metric, figure) > CutoffMetric.worth(metric, other.figure));
        }
    }

    /**
     * What was chosen.
     *
     * @param spec the settings, evaluated once, after their last epoch
     * @param split the validation part, as in {@code --validation}
     * @param best the best trial
     * @param trials how many there were
     */
    public record Choice(RunSpec spec, String split, Trial best, int trials) {}

    private Tuning(Services services, RunSpec spec, Dataset dataset, RunControl control, Consumer<Trial> watch)
            throws DataException {
        this.services = services;
        this.spec = spec;
        this.dataset = dataset;
        this.control = control;
        this.watch = watch;
        String validation = spec.chosenOnTest() ? "" : spec.validation();
        PreparedRun prepared =
                services.prepare(spec.change().validation(validation).spec(), dataset);
        metrics = prepared.spec().metrics();
        validated = with(prepared.spec().validation(), spec.values(), spec.epochs(), PATIENCE, 1);
    }

    /**
     * Tries the algorithm's search space, but for what the spec has set.
     *
     * @param watch receives every trial
     * @throws DataException if nothing could be trained
     * @throws CancellationException when the control ends it
     */
    public static Choice of(Services services, RunSpec spec, Dataset dataset, RunControl control, Consumer<Trial> watch)
            throws DataException {
        return new Tuning(services, spec, dataset, control, watch).choose();
    }

    private Choice choose() throws DataException {
        Algorithm algorithm = services.algorithms().algorithm(spec.algorithm());
        Space space =
                Spaces.of(algorithm, spec.values(), dataset).usual(spec.values().keySet());
        Trial best = trial(spec.values());
        @Nullable Trial before = null;
        for (int round = 0; round < ROUNDS && !best.equals(before); round++) {
            before = best;
            for (Dimension dimension : space.dimensions()) {
                best = settled(best, dimension);
            }
        }
        if (Double.isNaN(best.figure())) {
            throw new DataException(
                    Text.of("tuning.nothing", spec.algorithm(), best.problem()), Text.of("tuning.nothing.remedy"));
        }
        String validation = spec.chosenOnTest() ? spec.validation() : validated.validation();
        RunSpec chosen = with(validation, best.settings(), best.epochs(), 0, best.epochs());
        return new Choice(chosen, validated.validation(), best, trials.size());
    }

    private Trial settled(Trial best, Dimension dimension) throws DataException {
        Trial better = best;
        long count = Math.min(VALUES, dimension.count().orElse(VALUES));
        for (long n = 0; n < count; n++) {
            Map<String, String> settings = new HashMap<>(best.settings());
            settings.put(dimension.name(), dimension.at(n / Math.max(1.0, count - 1.0)));
            Trial trial = trial(settings);
            better = trial.better(better) ? trial : better;
        }
        return better;
    }

    private Trial trial(Map<String, String> settings) throws DataException {
        PreparedRun preparedRun = services.prepare(
                        with(validated.validation(), settings, validated.epochs(), PATIENCE, 1), dataset)
                .onValidation();
        // With every default filled in, so that a default that is tried is known.
        Map<String, String> values = preparedRun.spec().values();
        @Nullable Trial had = trials.get(values);
        if (had != null) {
            return had;
        }
        RunEvent end = new Runner(preparedRun, event -> {}, control).run();
        if (control.ending()) {
            throw new CancellationException();
        }
        String metric = preparedRun.decidingMetric();
        Trial trial = end instanceof RunEvent.Finished finished
                ? new Trial(
                        settings, metric, finished.metrics().getOrDefault(metric, Double.NaN), finished.bestEpoch(), "")
                : new Trial(settings, metric, Double.NaN, 0, problem(end));
        trials.put(values, trial);
        watch.accept(trial);
        return trial;
    }

    private static String problem(RunEvent end) {
        return end instanceof RunEvent.Failed failed ? failed.message() : "";
    }

    private RunSpec with(String validation, Map<String, String> values, int epochs, int patience, int metricsEvery) {
        return spec.change()
                .validation(validation)
                .values(values)
                .epochs(epochs)
                .patience(patience)
                .metrics(metrics)
                .metricsEvery(metricsEvery)
                .spec();
    }
}
