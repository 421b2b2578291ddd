package dev.nara.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.DeviceFull;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunnerTest {
    /** Epochs have given losses, below 0 for a device that is full; the model finds the held-out item where there is a +; a first p is for pretraining. */
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
                    if (losses[epoch] < 0) {
                        throw new DeviceFull(4096, new IllegalStateException());
                    }
                    progress.batch(10, 10, losses[epoch]);
                    return losses[epoch++];
                }

                @Override
                public Recommender recommender() {
                    return model(input.items(), found.charAt(epoch - 1));
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) {
            return model(input.items(), weights.note("found").charAt(0));
        }

        /** What ranks first: at + item 2, the one to find in the end, at v item 1, the one for validation, else none of them. */
        private static Recommender model(int items, char found) {
            return new Recommender() {
                @Override
                public int items() {
                    return items;
                }

                @Override
                public void scores(int[] users, Scores to) {
                    float[] scores = new float[items];
                    scores[2] = found == '+' ? 1 : -1;
                    scores[1] = found == 'v' ? 1 : -1;
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
                    return new Weights().note("found", String.valueOf(found));
                }
            };
        }
    }

    private final List<RunEvent> events = new ArrayList<>();
    private final RunControl stop = new RunControl();

    private RunEvent run(Scripted algorithm, int epochs, int patience, RunListener listener) throws DataException {
        return new Runner(prepared(algorithm, "none", epochs, patience), listener, stop).run();
    }

    private static PreparedRun prepared(Scripted algorithm, String validation, int epochs, int patience)
            throws DataException {
        RunSpec spec = RunSpec.draft()
                .data("toy")
                .format("toy")
                .split("leave-one-out")
                .validation(validation)
                .candidates("all:kept")
                .algorithm("scripted")
                .epochs(epochs)
                .patience(patience)
                .device("cpu")
                .metrics("HR@1")
                .spec();
        return PreparedRun.prepare(
                spec,
                Toy.of(1, 5, new long[][] {{0, 0, 1}, {0, 1, 2}, {0, 2, 3}}, false, null),
                new Algorithms(List.of(algorithm), new Scripted("-", 0), List.of()));
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
    void aFullDeviceEndsTheRunInOneMessageAndWhatWasDoneIsKept() throws DataException {
        RunEvent end = run(new Scripted("-+-", 4, 3, -1), 4, 0, events::add);
        RunEvent.Failed failed = assertInstanceOf(RunEvent.Failed.class, end);
        assertEquals(Text.of("run.failed.device.memory", 4096, 2048).in(Locale.getDefault()), failed.message());
        assertEquals(2, failed.bestEpoch());
        assertEquals(
                List.of(1, 2), epochs().stream().map(RunEvent.EpochDone::epoch).toList());
    }

    @Test
    void whereEpochsAreFixedNothingIsChosenAndTheLastIsReportedOnTheTestPartOnce() throws DataException {
        PreparedRun fixed = prepared(new Scripted("v+-+", 4, 3, 2, 1), "fixed", 4, 1);
        assertEquals("fixed", fixed.spec().validation());
        // Item 1 is not held out for validation.
        assertEquals(2, fixed.split().train().size());
        RunEvent end = new Runner(fixed, events::add, stop).run();

        assertEquals(4, epochs().size());
        assertTrue(epochs().stream().allMatch(e -> e.metrics().isEmpty()));
        RunEvent.Tested tested = RunEvent.tested(events).orElseThrow();
        assertEquals(4, tested.epoch());
        assertEquals(Map.of("HR@1", 1.0), tested.metrics());
        RunEvent.Finished finished = assertInstanceOf(RunEvent.Finished.class, end);
        assertEquals(4, finished.bestEpoch());
        assertEquals(Map.of("HR@1", 1.0), finished.metrics());
    }

    private RunEvent run(Scripted algorithm, RunSpec spec, Dataset dataset) throws DataException {
        PreparedRun preparedRun =
                PreparedRun.prepare(spec, dataset, new Algorithms(List.of(algorithm), new Scripted("-", 0), List.of()));
        return new Runner(preparedRun, events::add, stop).run();
    }

    /** Where item 2 ranks first, it does so for both users, who otherwise get different items. */
    @Test
    void theLowerGiniIsTheBetterOne() throws DataException {
        RunSpec spec = RunSpec.draft()
                .split("leave-one-out")
                .validation("none")
                .candidates("all:masked")
                .algorithm("scripted")
                .epochs(3)
                .metrics("Gini@1,HR@1")
                .spec();
        long[][] rows = {{0, 0, 1}, {0, 2, 2}, {1, 1, 1}, {1, 2, 2}};
        RunEvent end = run(new Scripted("+-+", 3, 2, 1), spec, Toy.of(2, 5, rows, false, null));
        assertEquals(2, assertInstanceOf(RunEvent.Finished.class, end).bestEpoch());
    }

    /** Users 0 and 1 come back on the last day, user 2 is new. */
    private static Dataset withANewUser() {
        long day = LogTime.of(LocalDate.of(2022, 3, 2)) - LogTime.of(LocalDate.of(2022, 3, 1));
        long[][] rows = {
            {0, 0, 0}, {0, 1, day}, {0, 3, 2 * day}, {0, 2, 9 * day},
            {1, 0, 0}, {1, 3, day}, {1, 4, 2 * day}, {1, 2, 9 * day},
            {2, 2, 9 * day}
        };
        return Toy.of(3, 5, rows);
    }

    @Test
    void usersWithoutTrainingRowsAreReportedApart() throws DataException {
        RunSpec spec = RunSpec.draft()
                .split("last-days:2")
                .validation("leave-one-out")
                .algorithm("scripted")
                .epochs(1)
                .metrics("HR@1")
                .spec();
        run(new Scripted("+", 1), spec, withANewUser());
        RunEvent.Tested apart = (RunEvent.Tested) events.stream()
                .filter(RunEvent.Tested.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(2, apart.users());
        assertEquals(1, apart.coldUsers());
        assertEquals(Map.of("HR@1", 1.0), apart.coldMetrics());
        events.clear();
        run(
                new Scripted("+", 1),
                spec.change().run(Map.of("cold_users", "counted")).spec(),
                withANewUser());
        RunEvent.Tested counted = (RunEvent.Tested) events.stream()
                .filter(RunEvent.Tested.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(3, counted.users());
        assertEquals(0, counted.coldUsers());
        assertEquals(Map.of(), counted.coldMetrics());
    }

    @Test
    void usersWithoutTrainingRowsAreReportedApartWhereTheTestPartDecidesToo() throws DataException {
        RunSpec spec = RunSpec.draft()
                .split("last-days:2")
                .validation("none")
                .algorithm("scripted")
                .epochs(2)
                .metrics("HR@1")
                .spec();
        RunEvent end = run(new Scripted("+-", 2, 1), spec, withANewUser());
        assertEquals(
                List.of(new RunEvent.Tested(1, Map.of(), 0, Map.of("HR@1", 1.0), 1, Map.of())),
                events.stream().filter(RunEvent.Tested.class::isInstance).toList());
        assertEquals(
                epochs().get(0).metrics(),
                assertInstanceOf(RunEvent.Finished.class, end).metrics());
    }

    @Test
    void aRunThatIsJudgedOnValidationTellsNothingOfTheTestPart() throws DataException {
        RunSpec spec = RunSpec.draft()
                .split("last-days:2")
                .validation("leave-one-out")
                .algorithm("scripted")
                .epochs(1)
                .metrics("HR@1")
                .spec();
        Scripted algorithm = new Scripted("+", 1);
        Algorithms algorithms = new Algorithms(List.of(algorithm), new Scripted("-", 0), List.of());
        PreparedRun preparedRun =
                PreparedRun.prepare(spec, withANewUser(), algorithms).onValidation();
        assertInstanceOf(RunEvent.Finished.class, new Runner(preparedRun, events::add, stop).run());
        assertTrue(events.stream().noneMatch(RunEvent.Tested.class::isInstance), events.toString());
    }

    @Test
    void nobodyIsEvaluatedWhereNobodyIsTrainedOn() {
        RunSpec spec = RunSpec.draft()
                .split("last-days:1")
                .algorithm("scripted")
                .metrics("HR@1")
                .spec();
        long day = LogTime.of(LocalDate.of(2022, 3, 2)) - LogTime.of(LocalDate.of(2022, 3, 1));
        Dataset oneEach = Toy.of(3, 3, new long[][] {{0, 0, 0}, {1, 1, 4 * day}, {2, 0, 4 * day}});
        DataException refused = assertThrows(DataException.class, () -> run(new Scripted("+", 1), spec, oneEach));
        assertEquals(
                "None of the users with held-out items (2) has training rows under time:1970-01-05, so there are no"
                        + " users to evaluate a model on. Choose a split within each user, such as --split"
                        + " leave-one-out, or evaluate them anyway: --cold-users counted.",
                refused.message(Locale.ENGLISH));
    }

    /** Everybody has every item, one user after the other: a validation part cut by time would leave nobody who is tested. */
    @Test
    void validationLeavesThoseWhoAreTested() throws DataException {
        long day = LogTime.of(LocalDate.of(2022, 3, 2)) - LogTime.of(LocalDate.of(2022, 3, 1));
        long[][] rows = new long[25][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new long[] {r / 5, r % 5, r * day};
        }
        run(
                new Scripted("+", 1),
                RunSpec.draft().algorithm("scripted").epochs(1).metrics("HR@1").spec(),
                Toy.of(5, 5, rows));
        RunEvent.Started started = assertInstanceOf(RunEvent.Started.class, events.get(0));
        assertEquals("time:1970-01-19", started.split());
        assertEquals("ratio:0.8", started.validation());
        RunEvent.Tested tested = (RunEvent.Tested) events.stream()
                .filter(RunEvent.Tested.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(1, tested.users(), "user 3");
        assertEquals(1, tested.coldUsers(), "user 4");
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

    @Test
    void theEpochIsChosenOnValidationAndReportedOnTheTestPartOnce() throws DataException {
        PreparedRun prepared = prepared(new Scripted("+v-", 3, 2, 1), "leave-one-out", 3, 0);
        RunEvent.Finished end =
                assertInstanceOf(RunEvent.Finished.class, new Runner(prepared, events::add, stop).run());
        assertEquals(
                List.of(0.0, 1.0, 0.0),
                epochs().stream().map(epoch -> epoch.metrics().get("HR@1")).toList());
        assertEquals(2, end.bestEpoch());
        RunEvent.Tested tested = new RunEvent.Tested(2, Map.of("HR@1", 0.0), 1, Map.of(), 0, Map.of("HR@1", 0.0));
        assertEquals(
                List.of(tested),
                events.stream().filter(RunEvent.Tested.class::isInstance).toList(),
                "the first epoch would have found it");
        assertEquals(tested, events.get(events.size() - 2), "after the last epoch");
        assertEquals(
                List.of(1, 2, 3, 0),
                events.stream()
                        .filter(RunEvent.Evaluating.class::isInstance)
                        .map(event -> ((RunEvent.Evaluating) event).epoch())
                        .distinct()
                        .toList(),
                "the test part is no epoch");
        assertEquals(Map.of("HR@1", 0.0), end.metrics());
    }

    @Test
    void whereTheTestPartDecidesNothingIsReportedApart() throws DataException {
        RunEvent end = run(new Scripted("+v-", 3, 2, 1), 3, 0, events::add);
        assertEquals(
                Map.of("HR@1", 1.0),
                assertInstanceOf(RunEvent.Finished.class, end).metrics());
        assertEquals(
                0, events.stream().filter(RunEvent.Tested.class::isInstance).count());
        RunEvent.Started started = assertInstanceOf(RunEvent.Started.class, events.get(0));
        assertTrue(started.chosenOnTest());
    }

    @Test
    void aRunThatDoesNotComeToItsEndIsNotTested() throws DataException {
        RunListener stopsAfterTheFirst = event -> {
            events.add(event);
            if (event instanceof RunEvent.EpochDone) {
                stop.cancel();
            }
        };
        PreparedRun cancelled = prepared(new Scripted("vv", 2, 1), "leave-one-out", 2, 0);
        assertInstanceOf(RunEvent.Cancelled.class, new Runner(cancelled, stopsAfterTheFirst, stop).run());
        PreparedRun failed = prepared(new Scripted("vv", 2, Double.NaN), "leave-one-out", 2, 0);
        assertInstanceOf(RunEvent.Failed.class, new Runner(failed, events::add, new RunControl()).run());
        assertEquals(
                0, events.stream().filter(RunEvent.Tested.class::isInstance).count());
    }

    /** As it was left after its second epoch, the best one, and before its test. */
    private RunEvent resumed(@Nullable Weights best, Optional<RunEvent.Tested> tested) throws DataException {
        PreparedRun prepared = prepared(new Scripted("+v", 2, 1), "leave-one-out", 2, 0);
        List<RunEvent.EpochDone> done = List.of(
                new RunEvent.EpochDone("train", 1, 2, 1, 10, 1, Map.of("HR@1", 0.0), true, Map.of()),
                new RunEvent.EpochDone("train", 2, 1, 1, 10, 1, Map.of("HR@1", 1.0), true, Map.of()));
        ResumePoint left = new ResumePoint(new Weights(), done, best, tested);
        RunListener lasting = event -> {
            if (!event.passing()) {
                events.add(event);
            }
        };
        return new Runner(prepared, lasting, stop, left, List.of()).run();
    }

    @Test
    void aResumedRunTestsTheModelOfItsBestEpoch() throws DataException {
        RunEvent end = resumed(new Weights().note("found", "v"), Optional.empty());
        assertEquals(2, assertInstanceOf(RunEvent.Finished.class, end).bestEpoch());
        assertInstanceOf(RunEvent.Resumed.class, events.get(0));
        assertEquals(
                Map.of("HR@1", 0.0),
                assertInstanceOf(RunEvent.Tested.class, events.get(1)).metrics());
    }

    @Test
    void whatWasTestedBeforeIsNotTestedAgain() throws DataException {
        RunEvent.Tested before = new RunEvent.Tested(2, Map.of("HR@1", 0.5), 1, Map.of(), 0, Map.of());
        RunEvent end = resumed(null, Optional.of(before));
        assertEquals(
                Map.of("HR@1", 0.5),
                assertInstanceOf(RunEvent.Finished.class, end).metrics());
        assertEquals(
                List.of(RunEvent.Resumed.class, RunEvent.Finished.class),
                List.of(events.get(0).getClass(), events.get(1).getClass()));
    }

    @Test
    void withoutTheModelOfItsBestEpochARunIsNotReportedBySomethingElse() throws DataException {
        RunEvent end = resumed(null, Optional.empty());
        assertEquals(
                "The model of the best epoch, 2, is gone, so the run cannot be tested. Train again.",
                assertInstanceOf(RunEvent.Failed.class, end).message());
    }
}
