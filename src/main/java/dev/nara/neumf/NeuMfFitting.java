package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Examples;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A training of one NeuMF, GMF or MLP: optional pretraining of the two halves, then the whole. */
final class NeuMfFitting implements Fitting {
    private static final String GMF = "gmf";
    private static final String MLP = "mlp";

    private final NeuMfEngine engine;
    private final NeuMfSettings settings;
    private final Kernels arithmetic;
    private final String device;
    private final boolean onGpu;
    private final NeuMfSpec spec;
    private final PositivePairs pairs;
    private final @Nullable RecentPositives recent;
    private final NegativeSampler sampler;
    private final List<Phase> phases = new ArrayList<>();
    private final SplittableRandom seeds;
    private final long fixedDrawSeed;
    private int seedsDrawn;
    private long stepSeed;

    private int phase;
    private int epochInPhase;
    private NeuMfWeights weights;
    private @Nullable NeuMfWeights gmf;
    private @Nullable TrainingStep step;
    private @Nullable Optimizer optimizer;
    private @Nullable NeuMfWeights average;
    private int averaged;
    private Map<String, Double> health = Map.of();

    NeuMfFitting(
            NeuMfEngine engine,
            NeuMfSpec spec,
            TrainingInput input,
            NeuMfSettings settings,
            Kernels arithmetic,
            long seed) {
        this.engine = engine;
        this.settings = settings;
        this.arithmetic = arithmetic;
        this.device = input.device();
        this.onGpu = engine.onGpu(device);
        this.spec = spec;
        int[][] positives = input.train().distinctItems();
        NeuMfSettings.Drawing drawing = settings.drawing();
        this.pairs = new PositivePairs(drawing.positives().items(input.train()));
        this.recent = drawing.recencyHalfLife() > 0
                ? new RecentPositives(input.train(), drawing.positives(), drawing.recencyHalfLife())
                : null;
        this.sampler = new NegativeSampler(spec.items(), positives, drawing.unseenAlone());
        this.seeds = new SplittableRandom(seed);
        this.fixedDrawSeed = nextSeed();
        int pretraining = settings.startsFromRuns() ? 0 : settings.pretraining().epochs();
        if (pretraining > 0) {
            phases.add(new Phase(GMF, pretraining));
            phases.add(new Phase(MLP, pretraining));
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
            case GMF -> gmfSpec();
            case MLP -> mlpSpec();
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
        return NeuMf.size(spec);
    }

    @Override
    public double epoch(EpochProgress progress) {
        enterPhase();
        if (step == null) {
            stepSeed = nextSeed();
        }
        TrainingStep current = step == null ? open() : step;
        long orderSeed = nextSeed();
        long drawSeed = nextSeed();
        PositivePairs positives = recent == null ? pairs : recent.draw(orderSeed);
        NeuMfSettings.Drawing drawing = settings.drawing();
        Examples examples = new Examples(
                positives, sampler, drawing.ofExamples(), orderSeed, drawing.once() ? fixedDrawSeed : drawSeed);
        double loss = epoch(current, examples, progress);
        if (Double.isFinite(loss)) {
            epochInPhase++;
            afterEpoch();
        }
        return loss;
    }

    /** Trains on all examples, and returns the mean loss; that of the first batch at which it is no number. */
    private double epoch(TrainingStep current, Examples examples, EpochProgress progress) {
        double lossSum = 0;
        long done = 0;
        progress.batch(0, examples.total(), Double.NaN);
        ExampleBatch ready = new ExampleBatch(settings.optimisation().batchSize());
        ExampleBatch next = new ExampleBatch(settings.optimisation().batchSize());
        examples.next(ready);
        while (ready.size() > 0) {
            boolean last = done + ready.size() >= examples.total();
            StepHealth looked = last && optimizer != null ? new StepHealth(weights, ready, optimizer) : null;
            double loss = run(current, ready, examples, next, progress::within);
            done += ready.size();
            lossSum += loss;
            progress.batch(done, examples.total(), loss / ready.size());
            if (!Double.isFinite(loss)) {
                return loss;
            }
            if (looked != null) {
                health = looked.after();
            }
            ExampleBatch spent = ready;
            ready = next;
            next = spent;
        }
        return lossSum / Math.max(1, done);
    }

    /**
     * Trains on a batch and assembles the next: meanwhile, where a GPU does the training. On two cores, handing the
     * drawing to another thread cost a small batch of MXNet a third of its speed, and won a large one nothing.
     */
    private double run(
            TrainingStep current, ExampleBatch ready, Examples examples, ExampleBatch next, Runnable between) {
        if (!onGpu) {
            double loss = current.run(ready, between);
            between.run();
            examples.next(next);
            return loss;
        }
        CompletableFuture<Void> ahead = CompletableFuture.runAsync(() -> examples.next(next));
        try {
            return current.run(ready, between);
        } finally {
            ahead.join();
        }
    }

    /** Lets the learning rate decay and takes the weights into the average of the phase. */
    private void afterEpoch() {
        if (optimizer != null) {
            optimizer.decay(settings.optimisation().learningRateDecay());
        }
        int from = settings.optimisation().averageFrom();
        if (from > 0 && epochInPhase >= from) {
            NeuMfWeights mean = average == null ? weights.copy() : average;
            averaged++;
            mean.moveTowards(weights, 1f / averaged);
            average = mean;
        }
    }

    /** Moves on to the next phase when the current one has had its epochs. */
    private void enterPhase() {
        Phase current = phases.get(phase);
        if (current.epochs() == 0 || epochInPhase < current.epochs()) {
            return;
        }
        closeStep();
        NeuMfWeights finished = average == null ? weights : average;
        average = null;
        averaged = 0;
        epochInPhase = 0;
        phase++;
        if (current.name().equals(GMF)) {
            gmf = finished;
            weights = initial();
        } else if (gmf != null) {
            weights = NeuMfWeights.join(
                    spec, gmf, finished, settings.pretraining().alpha());
            gmf = null;
        }
    }

    private TrainingStep open() {
        NeuMfSettings.Optimisation training = settings.optimisation();
        Optimizer opened = optimizer(training);
        StepSettings ofStep = new StepSettings(
                opened,
                training.batchSize(),
                phaseSpec().layers().isEmpty() ? 0 : (float) settings.model().dropout(),
                training.meanLoss(),
                device,
                stepSeed);
        optimizer = opened;
        step = engine.open(weights, ofStep);
        return step;
    }

    /** Of the current phase; the halves are pretrained with Adam. */
    private Optimizer optimizer(NeuMfSettings.Optimisation training) {
        double decay =
                phases.get(phase).name().equals(MLP) ? settings.pretraining().mlpWeightDecay() : training.weightDecay();
        if (phase < phases.size() - 1) {
            return new Optimizer.Adam(arithmetic, settings.pretraining().learningRate(), decay);
        }
        return training.adam()
                ? new Optimizer.Adam(arithmetic, training.learningRate(), decay)
                : new Optimizer.Sgd(arithmetic, training.learningRate(), decay);
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
        return new NeuMfRecommender(
                (average == null ? weights : average).copy(), settings.drawing().negatives(), arithmetic);
    }

    @Override
    public Weights state() {
        Weights state = new Weights()
                .putAll("weights.", weights.toWeights())
                .note("phase", Integer.toString(phase))
                .note("epoch", Integer.toString(epochInPhase))
                .note("seeds", Integer.toString(seedsDrawn))
                .note("step_seed", Long.toString(stepSeed))
                .note("averaged", Integer.toString(averaged));
        if (average != null) {
            state.putAll("average.", average.toWeights());
        }
        if (gmf != null) {
            state.putAll("gmf.", gmf.toWeights());
        }
        if (optimizer != null && step != null) {
            TrainingState.put(state, optimizer, weights);
        }
        return state;
    }

    @Override
    public void resume(Weights state) {
        phase = Integer.parseInt(state.note("phase"));
        epochInPhase = Integer.parseInt(state.note("epoch"));
        averaged = Integer.parseInt(state.note("averaged"));
        stepSeed = Long.parseLong(state.note("step_seed"));
        while (seedsDrawn < Integer.parseInt(state.note("seeds"))) {
            nextSeed();
        }
        weights = NeuMfWeights.of(phaseSpec(), state.under("weights."));
        average = averaged == 0 ? null : NeuMfWeights.of(phaseSpec(), state.under("average."));
        boolean inMlp = phases.get(phase).name().equals(MLP);
        gmf = inMlp ? NeuMfWeights.of(gmfSpec(), state.under("gmf.")) : null;
        if (TrainingState.has(state)) {
            open();
            TrainingState.restore(state, Objects.requireNonNull(optimizer), weights);
        }
    }

    private void closeStep() {
        if (step != null) {
            step.close();
            step = null;
        }
    }

    @Override
    public void close() {
        closeStep();
    }
}
