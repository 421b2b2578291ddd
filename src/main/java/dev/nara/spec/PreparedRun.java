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

/** A run's settings applied to its dataset: everything checked and cut, nothing trained yet. */
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

    /** Refuses a split under which nobody who has something to find is trained on, unless they are counted all the same. */
    private static void checkAnybody(RunSpec spec, Split found) throws DataException {
        int users = found.evaluatedUsers();
        if (!spec.coldCounted() && users > 0 && found.summary().unseenUsers() == users) {
            throw new DataException(Text.of("cold.nobody", found.spec(), users), Text.of("cold.nobody.remedy"));
        }
    }

    private Evaluator evaluator(Protocol of, String metrics) throws DataException {
        return new Evaluator(dataset, of.split(), of.candidates(), CutoffMetric.parse(metrics));
    }

    /** The same run but for these. */
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

    /** The same as if some users had trained on other items; only to ask what a model then recommends. */
    public PreparedRun withHistories(int[] users, int[][] histories) {
        return new PreparedRun(this, spec, split.withHistories(users, histories), evaluator, cold, algorithm, values);
    }

    /** The same, to be judged on the validation part alone: nothing of the test part is looked at. */
    public PreparedRun onValidation() {
        return new PreparedRun(this, spec, split, validator, Optional.empty(), algorithm, values);
    }

    /** The same trained by another algorithm of usual settings, which needs no engine. */
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
     * The same data, cut in the same way, trained by other settings: of these, all that decides how the data is cut is as here.
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

    /** The GPUs of which the training takes one; empty where the processor trains. */
    public List<NamedGpu> gpus() {
        return algorithm.gpus(spec.engine(), spec.device());
    }

    /** The same on a GPU that is in its turn the run's; refused where too little of it is free. */
    public PreparedRun on(String gpu, GpuShare share) throws DataException {
        RunSpec there = spec.change().device(gpu).spec();
        algorithm.checkRoom(input(there), values);
        return new PreparedRun(this, there, split, evaluator, cold, algorithm.sharing(share), values);
    }

    /** Examples a second by engine, where they were measured to choose one; see {@link Algorithm#engineSpeeds}. */
    public Map<String, Double> engineSpeeds() throws DataException {
        return algorithm.engineSpeeds(input(spec), values);
    }

    /** Cuts the dataset and checks every setting; what the spec leaves open is filled in. */
    public static PreparedRun prepare(RunSpec spec, Dataset dataset, Algorithms algorithms) throws DataException {
        spec.run().check();
        Split split = Splits.split(dataset, spec.split(), spec.splitSeed());
        Protocol protocol = Protocol.of(dataset, split, spec.candidates(), spec.splitSeed());
        checkAnybody(spec, protocol.split());
        return new PreparedRun(spec, dataset, split, protocol, algorithms);
    }

    /**
     * Makes sure that training can begin, before a run is stored.
     *
     * @throws DataException if the algorithm cannot train here or does not fit the data, or if the first metric cannot decide
     */
    public void checkStart() throws DataException {
        CutoffMetric.deciding(spec.metrics());
        algorithm.check(input(spec), values);
    }

    /** What a training of these values, its own or others, on the same data would take, where it is known. */
    public Optional<Cost> cost(Map<String, String> others) throws DataException {
        return algorithm.cost(input(spec), ParameterValues.of(algorithm.parameters(), others));
    }

    /** Epochs of pretraining, which come before those of the spec. */
    public int pretraining() {
        return algorithm.pretraining(values);
    }

    /** Begins the training proper, without pretraining, on another engine and device than the spec may name. */
    public Fitting startOn(String engine, String device) throws DataException {
        TrainingInput input = new TrainingInput(described, split.train(), engine, device);
        return algorithm.start(input, algorithm.withoutPretraining(values), spec.seed());
    }

    /** Begins the training. */
    public Fitting start() throws DataException {
        return algorithm.start(input(spec), values, spec.seed());
    }

    /** The baseline's figures on the part that an evaluator looks at, {@link #validator} or {@link #evaluator}. */
    public Map<String, Double> baseline(Evaluator on, Evaluator.Watch watch) throws DataException {
        try (Fitting counting =
                baseline.start(input(spec), ParameterValues.of(baseline.parameters(), Map.of()), spec.seed())) {
            counting.epoch((done, total, loss) -> {});
            return on.evaluate(counting.recommender(), watch).means();
        }
    }

    /** Whether the algorithm recommends from a user's rows, without anything learnt of each user. */
    public boolean ownHistoryCounts() {
        return algorithm.ownHistoryCounts();
    }

    /** The recommender that a run of these settings stored. */
    public Recommender restore(Weights weights) throws DataException {
        return algorithm.restore(input(spec), values, weights);
    }

    private TrainingInput input(RunSpec of) {
        return new TrainingInput(described, split.train(), of.engine(), of.device());
    }

    /** Writes the split with its negatives to a file, which others can name as {@code file:PATH}. */
    public void freezeSplit(Path file) throws IOException {
        Protocol all = new Protocol(protocol.spec(), found, candidates());
        FrozenSplit.write(file, dataset, spec, wholeSplit, all, part);
    }

    /** The settings with everything filled in. */
    public RunSpec spec() {
        return spec;
    }

    /** The dataset as it was prepared. */
    public Dataset dataset() {
        return dataset;
    }

    /** The test part: what is trained on, what is known, and what the run is told on in the end. */
    public Split split() {
        return split;
    }

    /** The test part of all users, those without rows to train on included, who may be evaluated apart. */
    public Split everybody() {
        return found;
    }

    /** The split as it was cut, before a protocol chose what of it is to be found, and users of whom figures are. */
    public Split wholeSplit() {
        return wholeSplit;
    }

    /** The same for those of whom the figures of the run are: users without rows to train on only if they are counted. */
    public Split wholeSplitTold() {
        return spec.coldCounted() ? wholeSplit : ColdUsers.without(wholeSplit);
    }

    /** What should be known of the split and the candidates before figures are believed. */
    public List<Warning> toKnow() {
        return Stream.of(
                        candidates().warnings(dataset, found, spec.coldCounted()).stream(),
                        evaluator.warnings(dataset.items().size()).stream(),
                        part.stream().flatMap(cut -> cut.notes().stream()).map(Warning::new))
                .flatMap(all -> all)
                .toList();
    }

    /** The same in the words of the command line. */
    public List<Text> warnings() {
        return toKnow().stream().map(Warning::text).toList();
    }

    /** What is ranked. */
    public Candidates candidates() {
        return protocol.candidates();
    }

    /** What is to be found, and among what. */
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

    /** What is to be found on the part that decides, and among what: the protocol itself where it is {@link #chosenOnTest}. */
    public Protocol validation() {
        return validation;
    }

    /** The settings' metrics on the test part: what the run is told on, once, at its end. */
    public Evaluator evaluator() {
        return evaluator;
    }

    /** The same for users without rows to train on, where there are some and they are evaluated apart. */
    public Optional<Evaluator> cold() {
        return cold;
    }

    /** The same on the part that decides the best epoch; the evaluator itself where it is {@link #chosenOnTest}. */
    public Evaluator validator() {
        return validator;
    }

    /** Whether the best epoch is chosen on the part that the run is told on, as in the literature. */
    public boolean chosenOnTest() {
        return spec.chosenOnTest();
    }

    /** Whether the run is told on a part of its own at its end. */
    public boolean testedApart() {
        return evaluator != validator && split.evaluatedUsers() > 0;
    }

    /** The metric that decides the best epoch: the first. */
    public String decidingMetric() {
        return evaluator.metrics().get(0).name();
    }
}
