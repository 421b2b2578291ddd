package dev.nara.spec;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Derived;
import dev.nara.eval.Candidates;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Protocol;
import dev.nara.split.Split;
import dev.nara.split.SplitFile;
import dev.nara.split.Splits;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run's settings applied to its dataset: everything checked and cut, nothing trained yet. */
public final class PreparedRun {
    private final RunSpec spec;
    private final Dataset dataset;
    private final Dataset described;
    private final Split split;
    private final Split wholeSplit;
    private final Protocol protocol;
    private final Evaluator evaluator;
    private final Algorithm algorithm;
    private final Algorithm baseline;
    private final ParameterValues values;

    private PreparedRun(RunSpec spec, Dataset dataset, Split wholeSplit, Protocol protocol, Algorithms algorithms)
            throws DataException {
        this.wholeSplit = wholeSplit;
        this.dataset = dataset;
        this.protocol = protocol;
        this.split = protocol.split();
        this.described = Derived.apply(
                dataset, split.train(), spec.recipe().preparation().derive());
        this.algorithm = algorithms.algorithm(spec.algorithm());
        this.baseline = algorithms.baseline();
        this.values = ParameterValues.of(algorithm.parameters(), spec.values());
        String metrics = spec.metrics().isBlank() ? RunSettings.defaultMetrics(split) : spec.metrics();
        this.evaluator = new Evaluator(dataset, split, protocol.candidates(), CutoffMetric.parse(metrics));
        this.spec = spec.change()
                .on(dataset)
                .split(split.spec())
                .candidates(protocol.spec())
                .values(values.asMap())
                .engine(engine(spec.engine()))
                .metrics(metrics)
                .spec();
    }

    private PreparedRun(PreparedRun other, Split split) {
        spec = other.spec;
        dataset = other.dataset;
        described = other.described;
        this.split = split;
        wholeSplit = other.wholeSplit;
        protocol = other.protocol;
        evaluator = other.evaluator;
        algorithm = other.algorithm;
        baseline = other.baseline;
        values = other.values;
    }

    /** The same as if some users had trained on other items; only to ask what a model then recommends. */
    public PreparedRun withHistories(int[] users, int[][] histories) {
        return new PreparedRun(this, split.training(split.train().withHistories(users, histories)));
    }

    /** The name of the engine that "auto" means here; nothing where there is no choice. */
    private String engine(String wanted) throws DataException {
        return algorithm.engines().isEmpty()
                ? ""
                : Engine.choose(algorithm.engines(), wanted).id();
    }

    /** Cuts the dataset and checks every setting; what the spec leaves open is filled in. */
    public static PreparedRun prepare(RunSpec spec, Dataset dataset, Algorithms algorithms) throws DataException {
        Split split = Splits.split(dataset, spec.split(), spec.splitSeed());
        Protocol protocol = Protocol.of(dataset, split, spec.candidates(), spec.splitSeed());
        return new PreparedRun(spec, dataset, split, protocol, algorithms);
    }

    /**
     * Makes sure that training can begin, before a run is stored.
     *
     * @throws DataException if the algorithm cannot train here or does not fit the data
     */
    public void checkStart() throws DataException {
        algorithm.check(input(), values);
    }

    /** What the training would take, where it is known. */
    public Optional<Cost> cost() throws DataException {
        return algorithm.cost(input(), values);
    }

    /** What a training of other values on the same data would take. */
    public Optional<Cost> cost(Map<String, String> others) throws DataException {
        return algorithm.cost(input(), ParameterValues.of(algorithm.parameters(), others));
    }

    /** Epochs of pretraining, which come before those of the spec. */
    public int pretraining() {
        return algorithm.pretraining(values);
    }

    /** Begins the training proper, without pretraining, on another engine than the spec may name. */
    public Fitting startOn(String engine) throws DataException {
        TrainingInput input = new TrainingInput(described, split.train(), engine, Engine.AUTO);
        return algorithm.start(input, algorithm.withoutPretraining(values), spec.seed());
    }

    /** Begins the training. */
    public Fitting start() throws DataException {
        return algorithm.start(input(), values, spec.seed());
    }

    /** The baseline's figures under the same protocol. */
    public Map<String, Double> baseline(Evaluator.Watch watch) throws DataException {
        try (Fitting counting =
                baseline.start(input(), ParameterValues.of(baseline.parameters(), Map.of()), spec.seed())) {
            counting.epoch((done, total, loss) -> {});
            return evaluator.evaluate(counting.recommender(), watch).means();
        }
    }

    /** Whether the algorithm recommends from a user's rows, without anything learnt of each user. */
    public boolean ownHistoryCounts() {
        return algorithm.ownHistoryCounts();
    }

    /** The recommender that a run of these settings stored. */
    public Recommender restore(Weights weights) throws DataException {
        return algorithm.restore(input(), values, weights);
    }

    private TrainingInput input() {
        return new TrainingInput(described, split.train(), spec.engine(), spec.device());
    }

    /** Writes the split with its negatives to a file, which others can name as {@code file:PATH}. */
    public void freezeSplit(Path file) throws IOException {
        SplitFile.write(
                file,
                dataset,
                // Negatives were drawn for what the protocol looks for.
                candidates().full() ? wholeSplit : split,
                spec.splitSeed(),
                candidates().spec(),
                candidates().negatives(split));
    }

    /** The settings with everything filled in. */
    public RunSpec spec() {
        return spec;
    }

    /** The dataset as it was prepared. */
    public Dataset dataset() {
        return dataset;
    }

    /** What is trained on and what is to be found. */
    public Split split() {
        return split;
    }

    /** The split as it was cut, before a protocol chose what of it is to be found. */
    public Split wholeSplit() {
        return wholeSplit;
    }

    /** What should be known of the split and the candidates before figures are believed. */
    public List<Text> warnings() {
        return candidates().warnings(split);
    }

    /** What is ranked. */
    public Candidates candidates() {
        return protocol.candidates();
    }

    /** What is to be found, and among what. */
    public Protocol protocol() {
        return protocol;
    }

    /** The settings' metrics under their protocol. */
    public Evaluator evaluator() {
        return evaluator;
    }

    /** The metric that decides the best epoch: the first. */
    public String decidingMetric() {
        List<CutoffMetric> metrics = evaluator.metrics();
        return metrics.get(0).name();
    }
}
