package dev.nara.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Toy;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerTest {
    /** Epochs have given losses; the model finds the held-out item where there is a +; a first p is for pretraining. */
    private static final class Scripted implements Algorithm {
        private final double[] losses;
        private final String found;

        Scripted(String found, double... losses) {
            this.found = found;
            this.losses = losses;
        }

        @Override
        public String id() {
            return "scripted";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Fitting start(TrainingInput input, ParameterValues values, long seed) {
            return new Fitting() {
                private int epoch;

                @Override
                public List<Phase> phases() {
                    Phase proper = new Phase("train", 0);
                    return found.startsWith("p") ? List.of(new Phase("gmf", 1), proper) : List.of(proper);
                }

                @Override
                public long parameterCount() {
                    return 1;
                }

                @Override
                public double epoch(EpochProgress progress) {
                    progress.batch(10, 10, losses[epoch]);
                    return losses[epoch++];
                }

                @Override
                public Recommender recommender() {
                    return model(input.items(), found.charAt(epoch - 1) == '+');
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) {
            return model(input.items(), false);
        }

        /** Item 2 is held out; it ranks first or last. */
        private static Recommender model(int items, boolean good) {
            return new Recommender() {
                @Override
                public int items() {
                    return items;
                }

                @Override
                public void scores(int[] users, Scores to) {
                    float[] scores = new float[items];
                    scores[2] = good ? 1 : -1;
                    for (int n = 0; n < users.length; n++) {
                        to.stretch(n, 0, scores, 0, items);
                    }
                }

                @Override
                public void scores(int user, int[] wanted, float[] out) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Weights weights() {
                    return new Weights();
                }
            };
        }
    }

    private final List<RunEvent> events = new ArrayList<>();
    private final RunControl stop = new RunControl();

    private RunEvent run(Scripted algorithm, int epochs, int patience, RunListener listener) throws DataException {
        RunSpec spec = RunSpec.draft()
                .data("toy")
                .format("toy")
                .split("leave-one-out")
                .validation("none")
                .candidates("all")
                .algorithm("scripted")
                .epochs(epochs)
                .patience(patience)
                .device("cpu")
                .metrics("HR@1")
                .spec();
        PreparedRun preparedRun = PreparedRun.prepare(
                spec,
                Toy.of(1, 5, new long[][] {{0, 0, 1}, {0, 2, 2}}, false, null),
                new Algorithms(List.of(algorithm), new Scripted("-", 0), List.of()));
        return new Runner(preparedRun, listener, stop).run();
    }

    private List<RunEvent.EpochDone> epochs() {
        return events.stream()
                .filter(RunEvent.EpochDone.class::isInstance)
                .map(RunEvent.EpochDone.class::cast)
                .toList();
    }

    @Test
    void theBestEpochIsTheFirstOfTheBest() throws DataException {
        RunEvent end = run(new Scripted("-+-+", 4, 3, 2, 1), 4, 0, events::add);
        RunEvent.Finished finished = assertInstanceOf(RunEvent.Finished.class, end);
        assertEquals(2, finished.bestEpoch());
        assertEquals(Map.of("HR@1", 1.0), finished.metrics());
        assertEquals(
                List.of(true, true, false, false),
                epochs().stream().map(RunEvent.EpochDone::best).toList());
        assertInstanceOf(RunEvent.Started.class, events.get(0));
        assertEquals(end, events.get(events.size() - 1));
    }

    @Test
    void patienceEndsARunThatNoLongerImproves() throws DataException {
        RunEvent end = run(new Scripted("+-----", 6, 5, 4, 3, 2, 1), 6, 2, events::add);
        assertTrue(assertInstanceOf(RunEvent.Finished.class, end).stoppedEarly());
        assertEquals(3, epochs().size());
    }

    @Test
    void aLossThatIsNoNumberStopsTheRunWithItsLastGoodState() throws DataException {
        RunEvent end = run(new Scripted("+++", 2, Double.NaN, 1), 3, 0, events::add);
        RunEvent.Failed failed = assertInstanceOf(RunEvent.Failed.class, end);
        assertEquals(1, failed.bestEpoch());
        assertEquals(1, epochs().size());
    }

    @Test
    void soItDoesInPretraining() throws DataException {
        RunEvent end = run(new Scripted("p++", Double.NaN, 1, 1), 2, 0, events::add);
        assertEquals(0, assertInstanceOf(RunEvent.Failed.class, end).bestEpoch());
        assertEquals(0, epochs().size());
    }

    @Test
    void stoppingKeepsWhatIsFinished() throws DataException {
        RunEvent end = run(new Scripted("+++", 3, 2, 1), 3, 0, event -> {
            events.add(event);
            if (event instanceof RunEvent.EpochDone) {
                stop.cancel();
            }
        });
        assertEquals(1, assertInstanceOf(RunEvent.Cancelled.class, end).bestEpoch());
        assertEquals(1, epochs().size());
    }

    @Test
    void aRunThatIsTakenAwayIsNotSaidToHaveFilledTheDisk() throws DataException {
        RunEvent end = run(new Scripted("++", 2, 1), 2, 0, event -> {
            events.add(event);
            if (event instanceof RunEvent.EpochDone) {
                throw new TakenAway(7);
            }
        });
        RunEvent.Interrupted interrupted = assertInstanceOf(RunEvent.Interrupted.class, end);
        assertEquals(Text.of("run.taken.away", 7).in(Locale.getDefault()), interrupted.message());
        assertEquals(1, interrupted.bestEpoch());
        assertEquals(1, epochs().size());
    }

    @Test
    void aRunThatIsTakenAwayAtItsEndHasNotFinishedHere() throws DataException {
        RunEvent end = run(new Scripted("+", 1), 1, 0, event -> {
            if (event instanceof RunEvent.Finished) {
                throw new TakenAway(7);
            }
        });
        assertInstanceOf(RunEvent.Interrupted.class, end);
    }

    @Test
    void anErrorEndsTheRunAndIsNotThrown() throws DataException {
        RunEvent end = run(new Scripted("+", 1), 2, 0, events::add);
        assertTrue(assertInstanceOf(RunEvent.Failed.class, end).details().contains("ArrayIndexOutOfBounds"));
    }
}
