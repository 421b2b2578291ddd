package dev.nara.neumf;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Essential;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NeuMfIds;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Preset;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Neural matrix factorisation (He et al. 2017, "Neural Collaborative Filtering"): GMF, the element-wise product of two
 * embeddings, and an MLP over two further embeddings and side features, joined by one output layer; or either half.
 */
public final class NeuMf implements Algorithm {
    /** Floats that a buffer of at most 2 GB holds. */
    private static final long LARGEST_ARRAY = (1L << 29) - 1;

    /** Numbers that one Java array holds, with room to spare. */
    private static final long LARGEST_TABLE = Integer.MAX_VALUE - 1024;

    private final String id;
    private final boolean hasGmf;
    private final boolean hasMlp;
    private final List<NeuMfEngine> engines;
    private final EngineSpeeds speeds;
    private final Facilities facilities;

    private NeuMf(String id, boolean hasGmf, boolean hasMlp, EngineSpeeds speeds, Facilities facilities) {
        this.id = id;
        this.hasGmf = hasGmf;
        this.hasMlp = hasMlp;
        this.speeds = speeds;
        this.engines = speeds.engines();
        this.facilities = facilities;
    }

    /** Both halves. */
    public static NeuMf neuMf(EngineSpeeds speeds, Kernels arithmetic) {
        return new NeuMf(NeuMfIds.NEUMF, true, true, speeds, alone(arithmetic));
    }

    /** Generalised matrix factorisation alone. */
    public static NeuMf gmf(EngineSpeeds speeds, Kernels arithmetic) {
        return new NeuMf(NeuMfIds.GMF, true, false, speeds, alone(arithmetic));
    }

    /** The multi-layer perceptron alone. */
    public static NeuMf mlp(EngineSpeeds speeds, Kernels arithmetic) {
        return new NeuMf(NeuMfIds.MLP, false, true, speeds, alone(arithmetic));
    }

    private static Facilities alone(Kernels arithmetic) {
        return new Facilities(arithmetic, null, GpuShare.ALONE);
    }

    private NeuMf with(Facilities other) {
        return new NeuMf(id, hasGmf, hasMlp, speeds, other);
    }

    /** A copy whose trainings divide users into parts, trained by this. */
    public NeuMf over(PartTrainer others) {
        return with(new Facilities(facilities.arithmetic(), others, facilities.gpus()));
    }

    @Override
    public NeuMf sharing(GpuShare gpus) {
        return with(new Facilities(facilities.arithmetic(), facilities.partTrainer(), gpus));
    }

    /** Scores with weights that are no longer modified. */
    public static Recommender recommender(NeuMfWeights weights, Kernels arithmetic) {
        return new NeuMfRecommender(weights, 1, arithmetic);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Group> groups() {
        return NeuMfParameters.groups(parameters());
    }

    @Override
    public List<Essential> essentials() {
        return NeuMfParameters.essentials(hasGmf, hasMlp);
    }

    @Override
    public List<Parameter> parameters() {
        return NeuMfParameters.of(hasGmf, hasMlp);
    }

    @Override
    public List<Preset> presets() {
        return NeuMfParameters.presets(hasGmf, hasMlp);
    }

    @Override
    public Optional<Text> unavailable() {
        // One that can be used is enough: asking the others would unpack and load their libraries.
        boolean usable =
                engines.stream().anyMatch(engine -> engine.unavailable().isEmpty());
        return usable ? Optional.empty() : engines.get(0).unavailable();
    }

    @Override
    public List<NeuMfEngine> engines() {
        return engines;
    }

    @Override
    public int pretraining(ParameterValues values) {
        NeuMfSettings settings = settings(values);
        return settings.startsFromRuns() ? 0 : 2 * settings.pretraining().epochs();
    }

    @Override
    public ParameterValues withoutPretraining(ParameterValues values) throws DataException {
        Map<String, String> direct = new HashMap<>(values.asMap());
        direct.computeIfPresent(NeuMfParameters.PRETRAIN_EPOCHS, (name, epochs) -> "0");
        return ParameterValues.of(parameters(), direct);
    }

    @Override
    public String engine(TrainingInput input, ParameterValues values) throws DataException {
        Map<String, Double> measured = input.engine().equals(Engine.AUTO) ? measuredIfValid(input, values) : Map.of();
        return measured.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(this::usable)
                .findFirst()
                .orElse(chosen(input, settings(values)).id());
    }

    /** The requested engine; by default the first that supports the precision. */
    private NeuMfEngine chosen(TrainingInput input, NeuMfSettings settings) throws DataException {
        List<NeuMfEngine> suited = engines.stream()
                .filter(engine -> engine.computesIn(settings.optimisation().precision()))
                .toList();
        boolean free = input.engine().equals(Engine.AUTO) && !suited.isEmpty();
        return Engine.choose(free ? suited : engines, input.engine());
    }

    /** Whether a measured engine is still usable. */
    private boolean usable(String engine) {
        return engines.stream()
                .anyMatch(one -> one.id().equals(engine) && one.unavailable().isEmpty());
    }

    /** Invalid settings are reported by {@link #check}. */
    private Map<String, Double> measuredIfValid(TrainingInput input, ParameterValues values) {
        try {
            return engineSpeeds(input, values);
        } catch (DataException e) {
            return Map.of();
        }
    }

    @Override
    public Map<String, Double> engineSpeeds(TrainingInput input, ParameterValues values) throws DataException {
        NeuMfSettings settings = settings(values);
        if (settings.optimisation().precision() != Precision.FLOAT32) {
            return Map.of();
        }
        NeuMfSpec spec = settings.spec(input);
        int batch = settings.optimisation().batchSize();
        checkSize(spec, batch);
        return speeds.of(
                new EngineSpeeds.Size(batch, workPerExample(spec), examples(input, settings)),
                input.device(),
                facilities.gpus(),
                (engine, device) -> new NeuMfFitting(
                        engine, spec, input.on(device), settings.direct(), alone(facilities.arithmetic()), 1));
    }

    private NeuMfSettings settings(ParameterValues values) {
        return NeuMfSettings.of(values, hasGmf, hasMlp);
    }

    @Override
    public void check(TrainingInput input, ParameterValues values) throws DataException {
        check(input, settings(values));
    }

    private void check(TrainingInput input, NeuMfSettings settings) throws DataException {
        NeuMfEngine engine = chosen(input, settings);
        engine.check(input.device());
        Precision precision = settings.optimisation().precision();
        if (precision != Precision.FLOAT32 && (facilities.partTrainer() != null || !engine.computesIn(precision))) {
            throw new DataException(Text.of("precision.engine", precision), Text.of("precision.engine.remedy"));
        }
        if (settings.drawing().recencyHalfLife() > 0
                && input.train().firstTime() >= input.train().lastTime()) {
            throw new DataException(Text.of("recency.times"), Text.of("recency.times.remedy"));
        }
        settings.drawing().positives().check(input);
        checkSize(settings.spec(input), settings.optimisation().batchSize());
        GpuMemoryCheck.check(engine, input.device(), settings.spec(input), settings);
    }

    @Override
    public void checkRoom(TrainingInput input, ParameterValues values) throws DataException {
        NeuMfSettings settings = settings(values);
        GpuMemoryCheck.checkFree(chosen(input, settings), input.device(), settings.spec(input), settings);
    }

    private static void checkSize(NeuMfSpec spec, int batchSize) throws DataException {
        int widest = Math.max(spec.inputWidth(), spec.gmf());
        for (int width : spec.layers()) {
            widest = Math.max(widest, width);
        }
        int embedding = Math.max(spec.gmf(), Math.max(spec.mlpUser(), spec.mlpItem()));
        long largest = Math.max(spec.denseSize(), Math.max((long) spec.users(), spec.items()) * embedding);
        if (largest > LARGEST_TABLE) {
            throw new DataException(Text.of("model.too.large", largest), Text.of("model.too.large.remedy"));
        }
        if ((long) batchSize * widest > LARGEST_ARRAY) {
            throw new DataException(
                    Text.of("batch.too.large", batchSize, widest),
                    Text.of("batch.too.large.remedy", LARGEST_ARRAY / widest));
        }
    }

    @Override
    public Optional<Cost> cost(TrainingInput input, ParameterValues values) throws DataException {
        NeuMfSettings settings = settings(values);
        NeuMfSpec spec = settings.spec(input);
        long parameters = spec.size();
        long copies = 2L
                + (settings.optimisation().adam() ? 2 : 0)
                + (settings.optimisation().averageFrom() > 0 ? 1 : 0);
        long onDevice = GpuMemoryCheck.need(chosen(input, settings), input.device(), spec, settings);
        double work = examples(input, settings) * workPerExample(spec);
        return Optional.of(new Cost(parameters, Float.BYTES * copies * parameters, onDevice, work));
    }

    /** Per epoch. */
    private static double examples(TrainingInput input, NeuMfSettings settings) {
        long positives = 0;
        for (int u = 0; u < input.users(); u++) {
            positives += settings.drawing().positives().count(input.train(), u);
        }
        return positives * (1.0 + settings.drawing().negatives());
    }

    /** Multiply-adds. */
    private static double workPerExample(NeuMfSpec spec) {
        return 3.0 * (spec.denseSize() + spec.gmf()) + spec.gmf() + spec.mlpUser() + spec.mlpItem();
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) throws DataException {
        NeuMfSettings settings = settings(values);
        check(input, settings);
        checkRoom(input, values);
        NeuMfEngine engine = chosen(input, settings);
        return new NeuMfFitting(engine, settings.spec(input), input, settings, facilities, seed);
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        NeuMfSettings settings = settings(values);
        NeuMfSpec spec = settings.spec(input);
        return fitting(() -> new DeviceRecommender(
                new NeuMfRecommender(
                        NeuMfWeights.of(spec, weights), settings.drawing().negatives(), facilities.arithmetic()),
                null,
                () -> device(input)));
    }

    /** The device of the training, if it scores, exists and is free. */
    private Optional<ScoringDevice> device(TrainingInput input) {
        return engines.stream()
                .filter(engine -> engine.id().equals(input.engine()))
                .flatMap(engine -> ScoringDevice.inTurn(engine, input.device(), facilities.gpus()).stream())
                .findFirst();
    }

    @Override
    public Recommender restoreSome(TrainingInput some, ParameterValues values, Weights weights) throws DataException {
        NeuMfSettings settings = settings(values);
        return fitting(() -> {
            NeuMfSpec spec = settings.spec(some, NeuMfLayout.features(weights));
            NeuMfWeights learnt = NeuMfWeights.of(spec, weights);
            return new NeuMfRecommender(
                    learnt, settings.drawing().negatives(), facilities.arithmetic(), UserMoments.in(weights));
        });
    }

    private static Recommender fitting(Supplier<Recommender> made) throws DataException {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    Text.of("weights.mismatch", String.valueOf(e.getMessage())), Text.of("weights.mismatch.remedy"));
        }
    }
}
