package dev.nara.analysis;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluation;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Protocol;
import dev.nara.eval.Significance;
import dev.nara.spec.PreparedRun;
import dev.nara.split.Split;
import dev.nara.store.RunStore;
import dev.nara.store.database.TestLooks;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates one trained model under several protocols, and measures how much the order of models depends on them. */
public final class ProtocolStudy {
    /** How many further draws of sampled negatives are evaluated, to estimate their variance. */
    public static final int DRAWS = 5;

    /** The seed of these draws, the same for all models, so that they are compared on the same negatives. */
    private static final long SEED = 1;

    private final PreparedRun preparedRun;
    private final List<Protocol> protocols = new ArrayList<>();
    private final List<CutoffMetric> metrics;

    /**
     * For one prepared run.
     *
     * @param specs the protocols, empty for all that the data allows
     * @param metrics to compute, empty for the run's own
     * @throws DataException if the data does not allow a protocol
     */
    public ProtocolStudy(PreparedRun preparedRun, List<String> specs, List<CutoffMetric> metrics) throws DataException {
        this.preparedRun = preparedRun;
        this.metrics = metrics.isEmpty() ? preparedRun.evaluator().metrics() : metrics;
        Dataset dataset = preparedRun.dataset();
        Split whole = preparedRun.wholeSplit();
        for (String spec : specs.isEmpty() ? Protocol.usual(dataset, whole) : specs) {
            protocols.add(preparedRun.protocol(spec, SEED));
        }
    }

    /** The metrics to compute. */
    public List<CutoffMetric> metrics() {
        return metrics;
    }

    /**
     * A model's figures under one protocol.
     *
     * @param overDraws for each metric the standard deviation of its mean over draws of negatives; empty if none are drawn
     */
    public record View(Protocol protocol, Evaluator evaluator, Evaluation evaluation, Map<String, Double> overDraws) {
        /** A copy with users' figures of only one metric. */
        public View only(String metric) {
            return new View(protocol, evaluator, evaluation.only(metric), overDraws);
        }
    }

    /** Counts the evaluation of a stored run as a look at its test part. */
    public void count(RunStore store, StoredRun run) throws DataException {
        List<String> under = protocols.stream().map(Protocol::spec).toList();
        List<String> by = metrics.stream().map(CutoffMetric::name).toList();
        store.looks().add(run.spec(), TestLooks.Kind.EVALUATION, "run " + run.id() + " " + under + " " + by);
    }

    /** Evaluates under all protocols in order. */
    public List<View> views(Recommender recommender, Evaluator.Watch watch) throws DataException {
        List<View> views = new ArrayList<>();
        for (Protocol protocol : protocols) {
            Evaluator evaluator =
                    new Evaluator(preparedRun.dataset(), protocol.split(), protocol.candidates(), metrics);
            Evaluation evaluation = evaluator.evaluate(recommender, watch);
            views.add(new View(protocol, evaluator, evaluation, overDraws(protocol, recommender, watch)));
        }
        return views;
    }

    /** From each run's views, those under protocols that all runs have, in the order of the first run. */
    public static List<List<View>> common(List<List<View>> ofRuns) {
        List<String> specs = ofRuns.get(0).stream()
                .map(view -> view.protocol().spec())
                .filter(spec -> ofRuns.stream().allMatch(views -> views.stream()
                        .anyMatch(v -> v.protocol().spec().equals(spec))))
                .toList();
        List<List<View>> common = new ArrayList<>();
        for (List<View> views : ofRuns) {
            common.add(specs.stream()
                    .flatMap(spec -> views.stream()
                            .filter(v -> v.protocol().spec().equals(spec))
                            .limit(1))
                    .toList());
        }
        return common;
    }

    /**
     * Kendall's tau between the orders of models under two protocols.
     *
     * @param common each model's views, from {@link #common}
     * @param protocol the index of the protocol to compare with the first
     */
    public static double kendall(List<List<View>> common, int protocol, String metric) {
        return Significance.kendall(means(common, 0, metric), means(common, protocol, metric));
    }

    private static double[] means(List<List<View>> common, int protocol, String metric) {
        return common.stream()
                .mapToDouble(views -> views.get(protocol).evaluation().mean(metric))
                .toArray();
    }

    private Map<String, Double> overDraws(Protocol protocol, Recommender recommender, Evaluator.Watch watch)
            throws DataException {
        if (!protocol.drawn()) {
            return Map.of();
        }
        Map<String, List<Double>> means = new LinkedHashMap<>();
        for (int draw = 1; draw <= DRAWS; draw++) {
            Protocol again = preparedRun.protocol(protocol.spec(), SEED + draw);
            new Evaluator(preparedRun.dataset(), again.split(), again.candidates(), metrics)
                    .evaluate(recommender, watch)
                    .means()
                    .forEach((name, mean) ->
                            means.computeIfAbsent(name, n -> new ArrayList<>()).add(mean));
        }
        Map<String, Double> deviations = new LinkedHashMap<>();
        means.forEach((name, all) -> deviations.put(
                name, Significance.deviation(all.stream().mapToDouble(x -> x).toArray())));
        return deviations;
    }
}
