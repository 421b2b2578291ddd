package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.NeuMfIds;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A training of one NeuMF, GMF or MLP: optional pretraining of the two halves, then the whole. */
final class NeuMfFitting implements Fitting {
    private final NeuMfEngine engine;
    private final NeuMfSettings settings;
    private final Facilities facilities;
    private final String device;
    private final @Nullable ScoringDevice scoring;
    private final NeuMfSpec spec;
    private final ExampleSource examples;
    private final List<Phase> phases = new ArrayList<>();
    private final SplittableRandom seeds;
    private int seedsDrawn;
    private long stepSeed;

    private int phase;
    private int epochInPhase;
    private NeuMfWeights weights;
    private final WeightAverage average = new WeightAverage();
    private @Nullable NeuMfWeights gmf;
    private @Nullable EpochTraining training;
    private @Nullable Optimizer optimizer;
    private Map<String, Double> health = Map.of();

    NeuMfFitting(
            NeuMfEngine engine,
            NeuMfSpec spec,
            TrainingInput input,
            NeuMfSettings settings,
            Facilities facilities,
            long seed) {
        this.engine = engine;
        this.settings = settings;
        this.facilities = facilities;
        this.device = input.device();
        this.scoring = engine.scoring(device).map(ScoringDevice::new).orElse(null);
        this.spec = spec;
        this.seeds = new SplittableRandom(seed);
        this.examples = ExampleSource.of(input, settings.drawing(), nextSeed());
        int pretraining = settings.startsFromRuns() ? 0 : settings.pretraining().epochs();
        if (pretraining > 0) {
            phases.add(new Phase(NeuMfIds.GMF, pretraining));
            phases.add(new Phase(NeuMfIds.MLP, pretraining));
        }
        phases.add(new Phase("train", 0));
        this.weights = initial();
    }

    private long nextSeed() {
        seedsDrawn++;
        return seeds.nextLong();
    }

    private NeuMfWeights initial() {
        return NeuMfWeights.random(phaseSpec(), settings.model().initialisation(), nextSeed());
    }

    /** The model of the current phase: one half of it during pretraining. */
    private NeuMfSpec phaseSpec() {
        return switch (phases.get(phase).name()) {
            case NeuMfIds.GMF -> gmfSpec();
            case NeuMfIds.MLP -> mlpSpec();
            default -> spec;
        };
    }

    private NeuMfSpec mlpSpec() {
        return new NeuMfSpec(
                spec.users(), spec.items(), 0, spec.mlpUser(), spec.mlpItem(), spec.layers(), spec.features());
    }

    private NeuMfSpec gmfSpec() {
        return new NeuMfSpec(spec.users(), spec.items(), spec.gmf(), 0, 0, List.of(), List.of());
    }

    @Override
    public List<Phase> phases() {
        return List.copyOf(phases);
    }

    @Override
    public long parameterCount() {
        return spec.size();
    }

    @Override
    public double epoch(EpochProgress progress) {
        enterPhase();
        if (training == null) {
            stepSeed = nextSeed();
        }
        EpochTraining current = training == null ? open() : training;
        long orderSeed = nextSeed();
        double loss = current.run(orderSeed, nextSeed(), progress);
        if (Double.isFinite(loss)) {
            health = current.health().isEmpty() ? health : current.health();
            epochInPhase++;
            afterEpoch();
        }
        return loss;
    }

    /** Decays the learning rate and adds the weights to the average of the phase. */
    private void afterEpoch() {
        if (optimizer != null) {
            optimizer.decay(settings.optimisation().learningRateDecay());
        }
        int from = settings.optimisation().averageFrom();
        if (from > 0 && epochInPhase >= from) {
            average.take(weights);
        }
    }

    /** Starts the next phase if the current one has had its epochs. */
    private void enterPhase() {
        Phase current = phases.get(phase);
        if (current.epochs() == 0 || epochInPhase < current.epochs()) {
            return;
        }
        closeTraining();
        NeuMfWeights finished = average.orElse(weights);
        average.clear();
        epochInPhase = 0;
        phase++;
        if (current.name().equals(NeuMfIds.GMF)) {
            gmf = finished;
            weights = initial();
        } else if (gmf != null) {
            weights = NeuMfWeights.join(
                    spec, gmf, finished, settings.pretraining().alpha());
            gmf = null;
        }
    }

    private EpochTraining open() {
        NeuMfSettings.Optimisation optimisation = settings.optimisation();
        Optimizer opened = optimizer(optimisation);
        StepSettings ofStep = new StepSettings(
                opened,
                optimisation.batchSize(),
                phaseSpec().layers().isEmpty() ? 0 : (float) settings.model().dropout(),
                optimisation.meanLoss(),
                device,
                stepSeed,
                optimisation.precision());
        optimizer = opened;
        int parts = optimisation.parts();
        PartTrainer others = facilities.partTrainer();
        PartTrainer of = others == null ? new LocalParts(engine, facilities.arithmetic(), device) : others;
        training = others == null && parts == 1
                ? new LocalEpochs(engine, weights, ofStep, new EpochExamples(examples))
                : new EpochsInParts(of, parts, weights, ofStep, examples);
        return training;
    }

    /** The optimiser of the current phase; the halves are pretrained with Adam. */
    private Optimizer optimizer(NeuMfSettings.Optimisation optimisation) {
        double decay = phases.get(phase).name().equals(NeuMfIds.MLP)
                ? settings.pretraining().mlpWeightDecay()
                : optimisation.weightDecay();
        if (phase < phases.size() - 1) {
            return new Optimizer.Adam(
                    facilities.arithmetic(), settings.pretraining().learningRate(), decay);
        }
        return optimisation.adam()
                ? new Optimizer.Adam(facilities.arithmetic(), optimisation.learningRate(), decay)
                : new Optimizer.Sgd(facilities.arithmetic(), optimisation.learningRate(), decay);
    }

    @Override
    public void startFrom(List<Weights> learnt) {
        weights = learnt.size() == 1
                ? NeuMfWeights.of(spec, learnt.get(0))
                : NeuMfWeights.join(
                        spec,
                        NeuMfWeights.of(gmfSpec(), learnt.get(0)),
                        NeuMfWeights.of(mlpSpec(), learnt.get(1)),
                        settings.pretraining().alpha());
    }

    @Override
    public Map<String, Double> health() {
        return health;
    }

    @Override
    public Recommender recommender() {
        NeuMfRecommender model = new NeuMfRecommender(
                average.orElse(weights).copy(), settings.drawing().negatives(), facilities.arithmetic());
        return scoring == null
                ? model
                : new DeviceRecommender(model, scoring, () -> ScoringDevice.inTurn(engine, device, facilities.gpus()));
    }

    @Override
    public Weights state() {
        Weights state = new Weights()
                .putAll("weights.", weights.toWeights())
                .note("phase", Integer.toString(phase))
                .note("epoch", Integer.toString(epochInPhase))
                .note("seeds", Integer.toString(seedsDrawn))
                .note("step_seed", Long.toString(stepSeed));
        average.putInto(state);
        if (gmf != null) {
            state.putAll("gmf.", gmf.toWeights());
        }
        if (optimizer != null && training != null) {
            TrainingState.put(state, optimizer, weights);
        }
        return state;
    }

    @Override
    public void resume(Weights state) {
        phase = Integer.parseInt(state.note("phase"));
        epochInPhase = Integer.parseInt(state.note("epoch"));
        stepSeed = Long.parseLong(state.note("step_seed"));
        while (seedsDrawn < Integer.parseInt(state.note("seeds"))) {
            nextSeed();
        }
        weights = NeuMfWeights.of(phaseSpec(), state.under("weights."));
        average.resume(state, phaseSpec());
        boolean inMlp = phases.get(phase).name().equals(NeuMfIds.MLP);
        gmf = inMlp ? NeuMfWeights.of(gmfSpec(), state.under("gmf.")) : null;
        if (TrainingState.has(state)) {
            open();
            TrainingState.restore(state, Objects.requireNonNull(optimizer), weights);
        }
    }

    private void closeTraining() {
        if (training != null) {
            training.close();
            training = null;
        }
    }

    @Override
    public void close() {
        closeTraining();
        if (scoring != null) {
            scoring.close();
        }
    }
}
