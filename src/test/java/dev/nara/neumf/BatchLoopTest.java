package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Examples;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLoopTest {
    private static final int[][] POSITIVES = {{1, 3}, {0}};

    private final NeuMfWeights weights = NeuMfTestModel.weights(NeuMfTestModel.gmf(), 1);
    private final List<String> called = new ArrayList<>();

    /** Holds the weights elsewhere: before the last step all users' numbers are 1 there, after it 3. */
    private final class Elsewhere implements TrainingStep {
        @Override
        public double run(ExampleBatch batch) {
            called.add("run " + batch.size());
            return batch.size();
        }

        @Override
        public void fetch() {
            called.add("all");
            Arrays.fill(weights.gmfUser(), 3);
        }

        @Override
        public void fetch(int[] users, int[] items) {
            called.add("rows");
            int width = weights.spec().gmf();
            for (int user : users) {
                Arrays.fill(weights.gmfUser(), user * width, (user + 1) * width, 1);
            }
        }

        @Override
        public void close() {}
    }

    @Test
    void allWeightsComeHomeOnceAnEpochAndBeforeTheLastStepSomeRows() {
        Examples examples = new Examples(
                new PositivePairs(POSITIVES),
                new NegativeSampler(11, POSITIVES, true),
                new Examples.Drawing(1, false),
                1,
                1);
        Optimizer optimizer = new Optimizer.Sgd(new PlainKernels(), 1, 0);
        BatchLoop loop = new BatchLoop(new Elsewhere(), weights, optimizer, false, 4);
        assertEquals(1, loop.run(examples, EpochProgress.NONE));
        assertEquals(List.of("run 4", "rows", "run 2", "all"), called);
        assertEquals(2, loop.health().get("update.gmf_user"));
    }
}
