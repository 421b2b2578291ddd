package dev.nara.spec;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Derived;
import dev.nara.eval.Candidates;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Protocol;
import dev.nara.split.ColdUsers;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.split.Warning;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A run's settings applied to its dataset: checked and split, but not trained yet. */
public final class PreparedRun {
    private final RunSpec spec;
    private final Dataset dataset;
    private final Dataset described;
    private final Split split;
    private final Split wholeSplit;
    private final Split found;
    private final Protocol protocol;
    private final Protocol validation;
    private final Optional<ValidationPart> part;
    private final Evaluator evaluator;
    private final Evaluator validator;
    private final Optional<Evaluator> cold;
    private final Algorithm algorithm;
    private final Algorithm baseline;
    private final ParameterValues values;

    private PreparedRun(RunSpec spec, Dataset dataset, Split wholeSplit, Protocol protocol, Algorithms algorithms)
            throws DataException {
        this.part = ValidationPart.of(spec, dataset, wholeSplit, protocol);
        this.wholeSplit = ValidationPart.without(part, wholeSplit);
        this.found = ValidationPart.without(part, protocol.split());
        this.dataset = dataset;
        this.split = spec.coldCounted() ? found : ColdUsers.without(found);
        checkAnybody(spec, found);
        this.protocol = new Protocol(protocol.spec(), split, protocol.candidates());
        this.validation = part.map(ValidationPart::protocol).orElse(this.protocol);
        this.described = Derived.apply(
                dataset, split.train(), spec.recipe().preparation().derive());
        this.algorithm = algorithms.algorithm(spec.algorithm());
        this.baseline = algorithms.baseline();
        this.values = ParameterValues.of(algorithm.parameters(), spec.values());
        String metrics = spec.metrics().isBlank() ? RunSettings.defaultMetrics(split) : spec.metrics();
        this.evaluator = evaluator(this.protocol, metrics);
        this.cold = spec.coldCounted() || !ColdUsers.any(found)
                ? Optional.empty()
                : Optional.of(evaluator(
                        new Protocol(protocol.spec(), ColdUsers.alone(found), protocol.candidates()), metrics));
        this.validator = part.isPresent() ? evaluator(validation, metrics) : evaluator;
        this.spec = spec.change()
                .on(dataset)
                .split(split.spec())
                .validation(part.map(ValidationPart::spec).orElse(RunSettings.ON_TEST))
                .candidates(protocol.spec())
                .values(values.asMap())
                .engine(algorithm.engine(input(spec), values))
                .metrics(metrics)
                .spec();
    }

    /** Refuses a split whose evaluated users all lack training rows, unless such users are counted in the main figures. */
    private static void checkAnybody(RunSpec spec, Split found) throws DataException {
        int users = found.evaluatedUsers();
        if (!spec.coldCounted() && users > 0 && found.summary().unseenUsers() == users) {
            throw new DataException(Text.of("cold.nobody", found.spec(), users), Text.of("cold.nobody.remedy"));
        }
    }

    private Evaluator evaluator(Protocol of, String metrics) throws DataException {
        return new Evaluator(dataset, of.split(), of.candidates(), CutoffMetric.parse(metrics));
    }

    /** A copy of another prepared run with these parts replaced. */
    private PreparedRun(
            PreparedRun other,
            RunSpec spec,
            Split split,
            Evaluator evaluator,
            Optional<Evaluator> cold,
            Algorithm algorithm,
            ParameterValues values) {
        this.spec = spec;
        this.split = split;
        this.evaluator = evaluator;
        this.cold = cold;
        this.algorithm = algorithm;
        this.values = values;
        dataset = other.dataset;
        described = other.described;
        wholeSplit = other.wholeSplit;
        found = other.found;
        protocol = other.protocol;
        validation = other.validation;
        part = other.part;
        validator = other.validator;
        baseline = other.baseline;
    }

    /** A copy in which some users have other training items; only for asking what a model would then recommend. */
    public PreparedRun withHistories(int[] users, int[][] histories) {
        return new PreparedRun(this, spec, split.withHistories(users, histories), evaluator, cold, algorithm, values);
    }

    /** A copy that is evaluated on the validation part alone and never touches the test part. */
    public PreparedRun onValidation() {
        return new PreparedRun(this, spec, split, validator, Optional.empty(), algorithm, values);
    }

    /** A copy trained by another algorithm with its default settings, on its default engine. */
    public PreparedRun by(Algorithm other) throws DataException {
        ParameterValues usual = ParameterValues.of(other.parameters(), Map.of());
        RunSpec changed = spec.change()
                .algorithm(other.id())
                .values(usual.asMap())
                .engine("")
                .spec();
        return new PreparedRun(this, changed, split, evaluator, cold, other, usual);
    }

    /**
     * A run with other training settings on the same split; settings that decide the split are taken from this run.
     *
     * @throws DataException as {@link #prepare} would
     */
    public PreparedRun trainedAs(RunSpec other, Algorithms algorithms) throws DataException {
        Algorithm its = algorithms.algorithm(other.algorithm());
        ParameterValues all = ParameterValues.of(its.parameters(), other.values());
        RunSpec changed = spec.change()
                .algorithm(its.id())
                .values(all.asMap())
                .engine(its.engine(input(other), all))
                .epochs(other.epochs())
                .patience(other.patience())
                .metricsEvery(other.metricsEvery())
                .seed(other.seed())
                .spec();
        return new PreparedRun(this, changed, split, evaluator, cold, its, all);
    }

    /** The GPUs of which the training uses one; empty if it runs on the processor. */
    public List<NamedGpu> gpus() {
        return algorithm.gpus(spec.engine(), spec.device());
    }

    /** A copy on a GPU that this run holds; refused if too little GPU memory is free. */
    public PreparedRun on(String gpu, GpuShare share) throws DataException {
        RunSpec there = spec.change().device(gpu).spec();
        algorithm.checkRoom(input(there), values);
        return new PreparedRun(this, there, split, evaluator, cold, algorithm.sharing(share), values);
    }

    /** Examples per second by engine, if measured to choose an engine; see {@link Algorithm#engineSpeeds}. */
    public Map<String, Double> engineSpeeds() throws DataException {
        return algorithm.engineSpeeds(input(spec), values);
    }

    /** Splits the dataset and checks every setting; settings left open are filled in. */
    public static PreparedRun prepare(RunSpec spec, Dataset dataset, Algorithms algorithms) throws DataException {
        spec.run().check();
        Split split = Splits.split(dataset, spec.split(), spec.splitSeed());
        Protocol protocol = Protocol.of(dataset, split, spec.candidates(), spec.splitSeed());
        checkAnybody(spec, protocol.split());
        return new PreparedRun(spec, dataset, split, protocol, algorithms);
    }

    /**
     * Checks that training can begin, before a run is stored.
     *
     * @throws DataException if the algorithm cannot train here or does not fit the data, or if the first metric cannot decide
     */
    public void checkStart() throws DataException {
        CutoffMetric.deciding(spec.metrics());
        algorithm.check(input(spec), values);
    }

    /** The estimated time and memory of training with this run's values, {@code others} replacing some; empty where unknown. */
    public Optional<Cost> cost(Map<String, String> others) throws DataException {
        return algorithm.cost(input(spec), ParameterValues.of(algorithm.parameters(), others));
    }

    /** The number of pretraining epochs, which precede the epochs of the spec. */
    public int pretraining() {
        return algorithm.pretraining(values);
    }

    /** Begins training without pretraining, on an engine and device that may differ from the spec's. */
    public Fitting startOn(String engine, String device) throws DataException {
        TrainingInput input = new TrainingInput(described, split.train(), engine, device);
        return algorithm.start(input, algorithm.withoutPretraining(values), spec.seed());
    }

    public Fitting start() throws DataException {
        return algorithm.start(input(spec), values, spec.seed());
    }

    /** The baseline's figures on a part: pass {@link #validator} or {@link #evaluator}. */
    public Map<String, Double> baseline(Evaluator on, Evaluator.Watch watch) throws DataException {
        try (Fitting counting =
                baseline.start(input(spec), ParameterValues.of(baseline.parameters(), Map.of()), spec.seed())) {
            counting.epoch((done, total, loss) -> {});
            return on.evaluate(counting.recommender(), watch).means();
        }
    }

    /** Whether recommendations depend on a user's rows alone, so that no parameters are learned per user. */
    public boolean ownHistoryCounts() {
        return algorithm.ownHistoryCounts();
    }

    /** Restores the recommender that a run with these settings stored. */
    public Recommender restore(Weights weights) throws DataException {
        return algorithm.restore(input(spec), values, weights);
    }

    private TrainingInput input(RunSpec of) {
        return new TrainingInput(described, split.train(), of.engine(), of.device());
    }

    /** Writes the split with its negatives to a file, which other runs can name as {@code file:PATH}. */
    public void freezeSplit(Path file) throws IOException {
        Protocol all = new Protocol(protocol.spec(), found, candidates());
        FrozenSplit.write(AtomicFile.at(file), dataset, spec, wholeSplit, all, part);
    }

    /** The settings with every default filled in. */
    public RunSpec spec() {
        return spec;
    }

    /** The prepared dataset. */
    public Dataset dataset() {
        return dataset;
    }

    /** The split for the final evaluation: training rows, known rows and the held-out items of the test part. */
    public Split split() {
        return split;
    }

    /** The same split including users without training rows, who may be evaluated apart. */
    public Split everybody() {
        return found;
    }

    /** The split before the protocol restricted its held-out items and before users without training rows were left out. */
    public Split wholeSplit() {
        return wholeSplit;
    }

    /** The whole split restricted to the users behind the run's figures: without training rows only if the run counts them. */
    public Split reportedWholeSplit() {
        return spec.coldCounted() ? wholeSplit : ColdUsers.without(wholeSplit);
    }

    /** What to know about the split and the candidates before trusting figures. */
    public List<Warning> toKnow() {
        return Stream.of(
                        candidates().warnings(dataset, found, spec.coldCounted()).stream(),
                        evaluator.warnings(dataset.items().size()).stream(),
                        part.stream().flatMap(cut -> cut.notes().stream()).map(Warning::new))
                .flatMap(all -> all)
                .toList();
    }

    /** The same as texts that name options of the command line. */
    public List<Text> warnings() {
        return toKnow().stream().map(Warning::text).toList();
    }

    /** The items among which held-out items are ranked. */
    public Candidates candidates() {
        return protocol.candidates();
    }

    /** The protocol of the run: held-out items and candidates. */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * Another protocol for the same model; users without rows to train on are left out of it unless they are counted.
     *
     * @throws DataException if there is no such protocol, or the data does not allow it
     */
    public Protocol protocol(String other, long seed) throws DataException {
        Protocol all = Protocol.of(dataset, wholeSplit, other, seed);
        return spec.coldCounted() ? all : new Protocol(all.spec(), ColdUsers.without(all.split()), all.candidates());
    }

    /** The protocol on the part that decides the best epoch; equals {@link #protocol} if {@link #chosenOnTest}. */
    public Protocol validation() {
        return validation;
    }

    /** Computes the run's metrics on the test part: its final figures, computed once, at the end. */
    public Evaluator evaluator() {
        return evaluator;
    }

    /** The same for users without training rows, if there are any and they are evaluated apart. */
    public Optional<Evaluator> cold() {
        return cold;
    }

    /** Computes the metrics on the part that decides the best epoch; is {@link #evaluator} if {@link #chosenOnTest}. */
    public Evaluator validator() {
        return validator;
    }

    /** Whether the best epoch is chosen on the test part itself, as is common in the literature. */
    public boolean chosenOnTest() {
        return spec.chosenOnTest();
    }

    /** Whether the final figures come from a part that had no say in choosing the best epoch. */
    public boolean testedApart() {
        return evaluator != validator && split.evaluatedUsers() > 0;
    }

    /** The metric that decides the best epoch: the first. */
    public String decidingMetric() {
        return evaluator.metrics().get(0).name();
    }
}
