package dev.nara.analysis;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluation;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Protocol;
import dev.nara.eval.Significance;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.split.Split;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Evaluates one trained model under several protocols, and says how much the order of models depends on them. */
public final class ProtocolStudy {
    /** How often sampled negatives are drawn anew, to see what they add. */
    public static final int DRAWS = 5;

    /** Of the negatives that are drawn, the same for all models, which are so compared among the same. */
    private static final long SEED = 1;

    private final PreparedRun preparedRun;
    private final List<Protocol> protocols = new ArrayList<>();
    private final List<CutoffMetric> metrics;

    /**
     * For one experiment.
     *
     * @param specs the protocols, none for all that the data allows
     * @param metrics what is measured, none for the experiment's own
     * @throws DataException if the data does not allow one of them
     */
    public ProtocolStudy(PreparedRun preparedRun, List<String> specs, List<CutoffMetric> metrics) throws DataException {
        this.preparedRun = preparedRun;
        this.metrics = metrics.isEmpty() ? preparedRun.evaluator().metrics() : metrics;
        Dataset dataset = preparedRun.dataset();
        Split whole = preparedRun.wholeSplit();
        for (String spec : specs.isEmpty() ? Protocol.usual(dataset, whole) : specs) {
            protocols.add(Protocol.of(dataset, whole, spec, SEED));
        }
    }

    /** What is measured. */
    public List<CutoffMetric> metrics() {
        return metrics;
    }

    /**
     * A model under one protocol.
     *
     * @param overDraws of each metric the standard deviation of its mean over draws of negatives; empty where none are
     *     drawn
     */
    public record View(Protocol protocol, Evaluator evaluator, Evaluation evaluation, Map<String, Double> overDraws) {
        /** With each user's figures of one metric alone. */
        public View only(String metric) {
            return new View(protocol, evaluator, evaluation.only(metric), overDraws);
        }
    }

    /**
     * That one setting is better than another, and under which protocols that holds.
     *
     * @param better runs of the setting that is best under the first protocol, by their titles
     * @param other those of another
     * @param real protocols under which it is, and hardly by chance
     * @param undecided those under which it may be chance, or more seeds are wanted
     * @param reversed those under which the other is better, and hardly by chance
     */
    public record Claim(String better, String other, List<String> real, List<String> undecided, List<String> reversed) {
        /** The claim in words. */
        public Text words() {
            return Text.of("lens.claim", better, other, named(real), named(undecided), named(reversed));
        }

        private static Object named(List<String> protocols) {
            return protocols.isEmpty() ? Text.of("lens.none") : String.join(", ", protocols);
        }
    }

    /**
     * What can be claimed of the setting that is best under the first protocol, against each other setting.
     *
     * @param runs whose views they are, in the same order; those that differ by the seed alone are one setting. Nothing is
     *     claimed of runs of different rows
     * @param common as {@link #common} gives them
     */
    public static List<Claim> claims(
            Algorithms algorithms, List<StoredRun> runs, List<List<View>> common, String metric) throws DataException {
        RunSpec first = runs.get(0).spec();
        if (!runs.stream().allMatch(run -> run.spec().sameRows(first))) {
            return List.of();
        }
        List<List<Integer>> groups = new ArrayList<>();
        for (List<StoredRun> seeds : SettingsComparison.bySetting(runs)) {
            groups.add(seeds.stream().map(runs::indexOf).toList());
        }
        if (groups.size() < 2 || common.get(0).isEmpty()) {
            return List.of();
        }
        groups.sort(Comparator.comparingDouble((List<Integer> group) -> mean(group, common, metric))
                .reversed());
        List<Claim> claims = new ArrayList<>();
        for (List<Integer> other : groups.subList(1, groups.size())) {
            claims.add(new Claim(
                    titles(runs, groups.get(0)),
                    titles(runs, other),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>()));
        }
        for (int p = 0; p < common.get(0).size(); p++) {
            Significance.Group best = group(algorithms, runs, groups.get(0), common, p, metric);
            List<Significance.Comparison> gaps = new ArrayList<>();
            for (List<Integer> other : groups.subList(1, groups.size())) {
                gaps.add(Significance.compare(best, group(algorithms, runs, other, common, p, metric), 1)
                        .withNegatives(ofDraws(groups.get(0), common, p, metric) + ofDraws(other, common, p, metric)));
            }
            double[] corrected = Significance.holm(
                    gaps.stream().mapToDouble(Significance.Comparison::p).toArray());
            for (int g = 0; g < corrected.length; g++) {
                Claim claim = claims.get(g);
                boolean real = gaps.get(g).verdict(corrected[g]) == Significance.Verdict.REAL;
                boolean ahead = gaps.get(g).difference() > 0;
                List<String> under = !real ? claim.undecided : ahead ? claim.real : claim.reversed;
                under.add(common.get(0).get(p).protocol().spec());
            }
        }
        return claims;
    }

    private static double mean(List<Integer> group, List<List<View>> common, String metric) {
        return group.stream()
                .mapToDouble(n -> common.get(n).get(0).evaluation().mean(metric))
                .average()
                .orElse(Double.NaN);
    }

    private static Significance.Group group(
            Algorithms algorithms,
            List<StoredRun> runs,
            List<Integer> places,
            List<List<View>> common,
            int protocol,
            String metric)
            throws DataException {
        double[][] figures = new double[places.size()][];
        for (int s = 0; s < figures.length; s++) {
            figures[s] = common.get(places.get(s)).get(protocol).evaluation().perUser(metric);
        }
        boolean random =
                algorithms.algorithm(runs.get(places.get(0)).spec().algorithm()).random();
        return new Significance.Group(figures, random);
    }

    /** The variance that draws of negatives add to a setting's mean: shared by its seeds, which all see the same ones. */
    private static double ofDraws(List<Integer> group, List<List<View>> common, int protocol, String metric) {
        double deviation = group.stream()
                .mapToDouble(n -> common.get(n).get(protocol).overDraws().getOrDefault(metric, 0.0))
                .average()
                .orElse(0);
        return deviation * deviation;
    }

    private static String titles(List<StoredRun> runs, List<Integer> places) {
        return places.stream().map(n -> runs.get(n).title()).collect(Collectors.joining(", "));
    }

    /** Evaluates under all protocols, one after the other. */
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

    /** Of each run's views those under protocols that all have, in the order of the first. */
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
     * How alike the order of models is under two protocols, by Kendall's tau.
     *
     * @param common each model's views, as {@link #common} gives them
     * @param protocol the place of the protocol that is held against the first
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
            Protocol again = Protocol.of(preparedRun.dataset(), preparedRun.wholeSplit(), protocol.spec(), SEED + draw);
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
