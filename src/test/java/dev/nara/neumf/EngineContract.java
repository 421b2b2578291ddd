package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.ExampleBatch;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every engine must do, held against losses computed in plain Java; each engine has a test that extends it. */
public abstract class EngineContract {
    private static final int[] USERS = {0, 3, 3, 6, 1, 3};
    private static final int[] ITEMS = {2, 2, 10, 0, 7, 2};
    private static final float[] LABELS = {1, 0, 1, 0, 1, 1};
    private static final float STEP = 1e-3f;

    private final NeuMfEngine engine;

    protected EngineContract(NeuMfEngine engine) {
        this.engine = engine;
    }

    @Test
    void neuMfFollowsTheSlopeOfItsLoss() {
        followsTheSlope(NeuMfTestModel.neuMf());
    }

    @Test
    void gmfFollowsTheSlopeOfItsLoss() {
        followsTheSlope(NeuMfTestModel.gmf());
    }

    @Test
    void mlpFollowsTheSlopeOfItsLoss() {
        followsTheSlope(NeuMfTestModel.mlp());
    }

    private TrainingStep step(NeuMfWeights weights, int capacity, float dropout) {
        // Plain descent with rate 1 changes every parameter by exactly minus its gradient.
        return engine.open(
                weights,
                new StepSettings(new Optimizer.Sgd(new PlainKernels(), 1, 0), capacity, dropout, true, "cpu", 1));
    }

    private static double run(TrainingStep step, int count) {
        ExampleBatch batch = new ExampleBatch(count);
        System.arraycopy(USERS, 0, batch.users(), 0, count);
        System.arraycopy(ITEMS, 0, batch.items(), 0, count);
        System.arraycopy(LABELS, 0, batch.labels(), 0, count);
        batch.size(count);
        double loss = step.run(batch) / count;
        step.fetch();
        return loss;
    }

    /** One step of plain descent moves every parameter by the numeric slope of the loss; rows repeat in the batch. */
    private void followsTheSlope(NeuMfSpec spec) {
        // With this seed no unit stands within a step of the kink of its ReLU, where there is no slope.
        NeuMfWeights before = NeuMfTestModel.weights(spec, 8);
        NeuMfWeights after = before.copy();
        try (TrainingStep step = step(after, USERS.length, 0)) {
            assertEquals(loss(before, USERS.length), run(step, USERS.length), 1e-5);
        }
        for (int t = 0; t < before.tables().size(); t++) {
            compare(before, before.tables().get(t), after.tables().get(t), "table " + t);
        }
        compare(before, before.dense(), after.dense(), "dense");
    }

    private static void compare(NeuMfWeights weights, float[] before, float[] after, String name) {
        for (int p = 0; p < before.length; p++) {
            float kept = before[p];
            before[p] = kept + STEP;
            double up = loss(weights, USERS.length);
            before[p] = kept - STEP;
            double down = loss(weights, USERS.length);
            before[p] = kept;
            double slope = (up - down) / (2 * STEP);
            assertEquals(slope, kept - after[p], 1e-3, name + " parameter " + p);
        }
    }

    private static double loss(NeuMfWeights weights, int count) {
        return NeuMfTestModel.loss(
                weights, Arrays.copyOf(USERS, count), Arrays.copyOf(ITEMS, count), Arrays.copyOf(LABELS, count));
    }

    /** A short batch between two full ones is computed as if it were alone. */
    @Test
    void batchesOfSeveralSizesTakeTurns() {
        NeuMfWeights weights = NeuMfTestModel.weights(NeuMfTestModel.neuMf(), 6);
        try (TrainingStep step = step(weights, USERS.length, 0)) {
            for (int count : new int[] {6, 2, 6, 1, 2}) {
                assertEquals(loss(weights, count), run(step, count), 1e-4, count + " examples");
            }
        }
    }

    /** With nearly everything dropped, the loss is that of the output bias alone. */
    @Test
    void dropoutMasksSilenceUnits() {
        NeuMfSpec spec = NeuMfTestModel.mlp();
        NeuMfWeights weights = NeuMfTestModel.weights(spec, 7);
        double bias = weights.dense()[spec.denseSize() - 1];
        try (TrainingStep step = step(weights, USERS.length, 0.9999f)) {
            double expected = 0;
            for (float label : LABELS) {
                expected += Math.max(bias, 0) - bias * label + Math.log1p(Math.exp(-Math.abs(bias)));
            }
            assertEquals(expected / LABELS.length, run(step, USERS.length), 1e-4);
        }
    }

    /**
     * Trains two engines from the same weights on the same batches with the same seed, and compares them step by step.
     *
     * @param tolerance how far losses and parameters may differ after each step
     */
    protected static void goTheSameWay(
            NeuMfEngine one, NeuMfEngine other, NeuMfSpec spec, Supplier<Optimizer> optimizer, double tolerance) {
        NeuMfWeights first = NeuMfTestModel.weights(spec, 4);
        NeuMfWeights second = first.copy();
        // Enough for several tiles of several chunks where the tables are large.
        ExampleBatch batch = new ExampleBatch(1000);
        SplittableRandom random = new SplittableRandom(9);
        try (TrainingStep firstStep = one.open(first, settings(optimizer.get()));
                TrainingStep secondStep = other.open(second, settings(optimizer.get()))) {
            for (int step = 0; step < 8; step++) {
                fill(batch, step % 4 == 2 ? 77 : step % 4 == 3 ? 1 : 1000, spec, random);
                double loss = firstStep.run(batch) / batch.size();
                assertEquals(loss, secondStep.run(batch) / batch.size(), tolerance, "loss of step " + step);
                firstStep.fetch();
                secondStep.fetch();
                for (int t = 0; t < first.tables().size(); t++) {
                    String name = "table " + t + " after step " + step;
                    assertArrayEquals(first.tables().get(t), second.tables().get(t), (float) tolerance, name);
                }
                assertArrayEquals(first.dense(), second.dense(), (float) tolerance, "dense after step " + step);
            }
        }
    }

    private static StepSettings settings(Optimizer optimizer) {
        return new StepSettings(optimizer, 1000, 0.2f, true, "cpu", 5);
    }

    private static void fill(ExampleBatch batch, int size, NeuMfSpec spec, SplittableRandom random) {
        batch.size(size);
        for (int e = 0; e < size; e++) {
            batch.users()[e] = random.nextInt(spec.users());
            batch.items()[e] = random.nextInt(spec.items());
            batch.labels()[e] = random.nextInt(4) == 0 ? 1 : 0;
        }
    }
}
