package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Weights;
import dev.nara.vector.VectorEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A model trained in parts: one part is the whole, several are the same every time, wherever they are. */
class EpochsInPartsTest {
    private static final int USERS = 300;
    private static final int ITEMS = 50;
    private static final NeuMfSettings.Drawing DRAWING =
            new NeuMfSettings.Drawing(PositiveRule.of("pairs"), 0, 4, false, false, false);

    /** Each user has the items of one of five groups. */
    private static ExampleSource source() {
        int[][] positives = new int[USERS][10];
        for (int u = 0; u < USERS; u++) {
            for (int n = 0; n < 10; n++) {
                positives[u][n] = 10 * (u % 5) + n;
            }
        }
        return new ExampleSource(DRAWING, ITEMS, positives, positives, null, 0);
    }

    private static LocalParts here() {
        return new LocalParts(new VectorEngine(1), VectorEngine.arithmetic(), "cpu");
    }

    /** Everything between the parts and the rest goes through bytes, as to other machines. */
    private static final class Bytes implements PartTrainer {
        @Override
        public Training start(List<NeuMfPart> parts) {
            Training training = here().start(parts.stream().map(Bytes::sent).toList());
            return new Training() {
                @Override
                public void begin(List<LearntArrays> users) {
                    training.begin(users.stream().map(Bytes::sent).toList());
                }

                @Override
                public PartOutcome round(LearntArrays shared, NeuMfPart.Round round) {
                    return sent(training.round(sent(shared), sent(round)));
                }

                @Override
                public List<LearntArrays> end() {
                    return training.end().stream().map(Bytes::sent).toList();
                }

                @Override
                public void close() {
                    training.close();
                }
            };
        }

        @SuppressWarnings("unchecked")
        private static <T> T sent(T value) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                    out.writeObject(value);
                }
                return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double train(NeuMfWeights weights, int parts, int epochs) {
        return train(new Bytes(), weights, parts, epochs);
    }

    private static double train(PartTrainer trainer, NeuMfWeights weights, int parts, int epochs) {
        Optimizer optimizer = new Optimizer.Adam(VectorEngine.arithmetic(), 0.002, 0);
        StepSettings settings = new StepSettings(optimizer, 8, 0.1f, true, "cpu", 5);
        double loss = 0;
        try (EpochTraining training = parts == 0
                ? new LocalEpochs(new VectorEngine(1), weights, settings, new EpochExamples(source()))
                : new EpochsInParts(trainer, parts, weights, settings, source())) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                loss = training.run(epoch, 100 + epoch, EpochProgress.NONE);
            }
        }
        return loss;
    }

    private static NeuMfWeights start() {
        return NeuMfWeights.random(
                NeuMfTestModel.large(USERS, ITEMS, List.of(16, 8)), NeuMfWeights.Initialisation.PAPER, 1);
    }

    @Test
    @Tag("process")
    void onePartIsTheWholeToTheLastBit() {
        NeuMfWeights whole = start();
        NeuMfWeights one = start();
        assertEquals(train(whole, 0, 2), train(one, 1, 2), 1e-9);
        Weights expected = whole.toWeights();
        for (String name : expected.names()) {
            assertArrayEquals(expected.get(name), one.toWeights().get(name), name);
        }
    }

    @Test
    @Tag("process")
    void severalPartsLearnAndAreTheSameEveryTime() {
        NeuMfWeights three = start();
        NeuMfWeights again = start();
        double whole = train(start(), 0, 5);
        double loss = train(three, 3, 5);
        NeuMfWeights here = start();
        assertEquals(loss, train(here(), here, 3, 5));
        assertArrayEquals(three.dense(), here.dense());
        assertEquals(loss, train(again, 3, 5));
        assertArrayEquals(three.dense(), again.dense());
        assertArrayEquals(three.mlpUser(), again.mlpUser());
        assertNotEquals(whole, loss);
        assertEquals(whole, loss, 0.15 * whole, "about as good as the whole");
    }

    @Test
    void aRowIsAveragedByTheExamplesItWasIn() {
        PartOutcome mean = PartOutcome.mean(List.of(outcome(1, 3, 1, 0), outcome(5, 1, 7, 0), outcome(9, 0, 2, 0)));
        // (3 * 1 + 1 * 5) / 4, (1 * 1 + 7 * 5 + 2 * 9) / 10, and a row that was in none.
        assertArrayEquals(new float[] {2, 5.4f, 1}, mean.shared().arrays()[0][0], 1e-6f);
        assertEquals(24, mean.loss());
        assertEquals(30, mean.examples());
        assertEquals(9, mean.steps());
    }

    /** Three rows of width 1, all {@code value} but the last, which is 1, in so many examples each. */
    private static PartOutcome outcome(float value, long... counts) {
        NeuMfWeights weights = NeuMfWeights.zeros(new NeuMfSpec(1, 3, 1, 0, 0, List.of(), List.of()));
        weights.gmfItem()[0] = value;
        weights.gmfItem()[1] = value;
        weights.gmfItem()[2] = 1;
        Optimizer optimizer = new Optimizer.Sgd(new PlainKernels(), 1, 0);
        LearntArrays shared = LearntArrays.shared(weights, optimizer);
        return new PartOutcome(LearntArrays.none(), shared, new long[][] {counts, counts, {1}}, 8, 10, (long) value);
    }
}
