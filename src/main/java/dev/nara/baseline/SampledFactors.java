package dev.nara.baseline;

import dev.nara.algebra.FactorSteps;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Preset;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Matrix factorisation trained by stochastic gradient descent over positives in random order. {@code bpr} (Rendle et al. 2009, <i>BPR:
 * Bayesian Personalized Ranking from Implicit Feedback</i>) ranks each positive above one sampled negative: loss -ln σ(s⁺ - s⁻). {@code mf}
 * (Rendle et al. 2020, <i>Neural Collaborative Filtering vs. Matrix Factorization Revisited</i>) uses positives and sampled negatives
 * separately: binary cross-entropy of σ(s), with a bias per item and a global bias.
 */
public final class SampledFactors implements Algorithm {
    private final FactorSteps steps;
    private final boolean pairwise;

    private SampledFactors(FactorSteps steps, boolean pairwise) {
        this.steps = steps;
        this.pairwise = pairwise;
    }

    /** Bayesian personalised ranking, with this implementation of matrix products. */
    public static SampledFactors bpr(FactorSteps steps) {
        return new SampledFactors(steps, true);
    }

    /** Sampled logistic loss, with this implementation of matrix products. */
    public static SampledFactors logistic(FactorSteps steps) {
        return new SampledFactors(steps, false);
    }

    @Override
    public String id() {
        return pairwise ? "bpr" : "mf";
    }

    @Override
    public boolean ownHistoryCounts() {
        return false;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                new Parameter.Whole("factors", "64", 1, 1024)
                        .searched(SearchRange.ladder("16", "32", "64", "128", "256")),
                new Parameter.Real("learning_rate", pairwise ? "0.05" : "0.01", 1e-7, 10)
                        .searched(pairwise ? SearchRange.log(0.005, 0.5) : SearchRange.log(0.001, 0.3)),
                new Parameter.Real("weight_decay", "0.005", 0, 10).searched(SearchRange.zeroOrLog(1e-4, 0.1)),
                new Parameter.Real("initial_deviation", "0.1", 1e-6, 10)
                        .searched(SearchRange.log(0.01, 1).onDemand())));
        if (!pairwise) {
            parameters.add(new Parameter.Whole("negatives", "8", 1, 1000).searched(SearchRange.log(2, 64)));
        }
        return List.copyOf(parameters);
    }

    /**
     * Those named {@code service} were chosen on a validation part of the synthetic service folder at full scale, split by time; the paper is
     * that of {@code mf}.
     */
    @Override
    public List<Preset> presets() {
        return pairwise
                ? List.of(Preset.USUAL, Preset.of("service", "learning_rate=0.2", "weight_decay=0.002"))
                : List.of(
                        Preset.USUAL,
                        Preset.of("service", "learning_rate=0.1", "negatives=16"),
                        Preset.of("paper-192", "factors=192", "learning_rate=0.002"));
    }

    private DescentSettings settings(ParameterValues values) {
        return new DescentSettings(
                values.whole("factors"),
                (float) values.real("learning_rate"),
                (float) values.real("weight_decay"),
                values.real("initial_deviation"),
                pairwise ? 1 : values.whole("negatives"));
    }

    @Override
    public Optional<Cost> cost(TrainingInput input, ParameterValues values) {
        DescentSettings settings = settings(values);
        double examples = (double) input.train().distinctPairs() * (1 + settings.negatives());
        int dimension = settings.factors();
        long biases = pairwise ? 0 : input.items() + 1;
        Cost cost = LearntFactors.cost(input, dimension, biases, 2, examples * dimension);
        long dealt = StratifiedDescent.bytes(input.train().distinctPairs(), pairwise ? 1 : 1 + settings.negatives());
        return Optional.of(new Cost(cost.parameters(), cost.bytes() + dealt, cost.work()));
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        return pairwise
                ? new PairwiseDescent(steps, input, settings(values), seed)
                : new PointwiseDescent(steps, input, settings(values), seed);
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        return Factors.of(
                steps, weights, input.users(), input.items(), settings(values).factors());
    }
}
