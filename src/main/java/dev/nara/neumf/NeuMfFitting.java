package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Examples;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.ParameterValues;
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
    private final ParameterValues values;
    private final Kernels arithmetic;
    private final String device;
    private final boolean onGpu;
    private final NeuMfSpec spec;
    private final PositivePairs pairs;
    private final @Nullable RecentPositives recent;
    private final NegativeSampler sampler;
    private final Examples.Drawing drawing;
    private final boolean drawOnce;
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
            ParameterValues values,
            Kernels arithmetic,
            long seed) {
        this.engine = engine;
        this.values = values;
        this.arithmetic = arithmetic;
        this.device = input.device();
        this.onGpu = engine.onGpu(device);
        this.spec = spec;
        int[][] positives = input.train().distinctItems();
        PositiveRule views = PositiveRule.of(values);
        this.pairs = new PositivePairs(views.items(input.train()));
        double halfLife = values.real("recency_half_life");
        this.recent = halfLife > 0 ? new RecentPositives(input.train(), views, halfLife) : null;
        boolean avoid = values.text("negatives_from").equals("unseen");
        this.sampler = new NegativeSampler(spec.items(), positives, avoid);
        this.drawing = new Examples.Drawing(
                values.whole("negatives"), values.text("shuffle").equals("positives"));
        this.drawOnce = values.text("negative_draw").equals("once");
        this.seeds = new SplittableRandom(seed);
        this.fixedDrawSeed = nextSeed();
        boolean hasHalves = spec.gmf() > 0 && !spec.layers().isEmpty();
        boolean begun = !values.text(START_FROM).isEmpty();
        int pretraining = hasHalves && !begun ? values.whole("pretrain_epochs") : 0;
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
        NeuMfWeights.Initialisation start = values.text("initialisation").equals("paper")
                ? NeuMfWeights.Initialisation.PAPER
                : NeuMfWeights.Initialisation.NOTEBOOK;
        return NeuMfWeights.random(phaseSpec(), start, nextSeed());
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
        Examples examples = new Examples(positives, sampler, drawing, orderSeed, drawOnce ? fixedDrawSeed : drawSeed);
        double lossSum = 0;
        long done = 0;
        progress.batch(0, examples.total(), Double.NaN);
        ExampleBatch ready = new ExampleBatch(values.whole("batch_size"));
        ExampleBatch next = new ExampleBatch(values.whole("batch_size"));
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
        epochInPhase++;
        afterEpoch();
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
            optimizer.decay(values.real("learning_rate_decay"));
        }
        int from = values.whole("average_from");
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
            weights = NeuMfWeights.join(spec, gmf, finished, values.real("pretrain_alpha"));
            gmf = null;
        }
    }

    private TrainingStep open() {
        boolean pretraining = phase < phases.size() - 1;
        double decay = values.real(phases.get(phase).name().equals(MLP) ? "pretrain_mlp_weight_decay" : "weight_decay");
        Optimizer opened = pretraining
                ? new Optimizer.Adam(arithmetic, values.real("pretrain_learning_rate"), decay)
                : values.text("optimizer").equals("adam")
                        ? new Optimizer.Adam(arithmetic, values.real("learning_rate"), decay)
                        : new Optimizer.Sgd(arithmetic, values.real("learning_rate"), decay);
        StepSettings settings = new StepSettings(
                opened,
                values.whole("batch_size"),
                phaseSpec().layers().isEmpty() ? 0 : (float) values.real("dropout"),
                values.text("loss").equals("mean"),
                device,
                stepSeed);
        optimizer = opened;
        step = engine.open(weights, settings);
        return step;
    }

    @Override
    public void startFrom(List<Weights> learnt) {
        weights = learnt.size() == 1
                ? NeuMfWeights.of(spec, learnt.get(0))
                : NeuMfWeights.join(
                        spec,
                        NeuMfWeights.of(gmfSpec(), learnt.get(0)),
                        NeuMfWeights.of(mlpSpec(), learnt.get(1)),
                        values.real("pretrain_alpha"));
    }

    @Override
    public Map<String, Double> health() {
        return health;
    }

    @Override
    public Recommender recommender() {
        return new NeuMfRecommender((average == null ? weights : average).copy(), drawing.negatives(), arithmetic);
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
            state.note("steps", Long.toString(optimizer.steps()))
                    .note("rate", Float.toString(optimizer.learningRate()));
            Weights named = weights.toWeights();
            for (String name : named.names()) {
                List<float[]> memory = optimizer.memory(array(named, name));
                for (int m = 0; m < memory.size(); m++) {
                    state.put("memory." + m + "." + name, memory.get(m), named.shape(name));
                }
            }
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
        if (state.notes().containsKey("steps")) {
            open();
            resume(Objects.requireNonNull(optimizer), state);
        }
    }

    private void resume(Optimizer opened, Weights state) {
        opened.resume(Long.parseLong(state.note("steps")), Float.parseFloat(state.note("rate")));
        Weights named = weights.toWeights();
        for (String name : named.names()) {
            List<float[]> memory = opened.memory(array(named, name));
            for (int m = 0; m < memory.size(); m++) {
                float[] stored = array(state, "memory." + m + "." + name);
                System.arraycopy(stored, 0, memory.get(m), 0, stored.length);
            }
        }
    }

    private static float[] array(Weights weights, String name) {
        float[] array = weights.get(name);
        if (array == null) {
            throw new IllegalArgumentException(name);
        }
        return array;
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
