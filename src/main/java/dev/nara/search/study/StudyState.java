package dev.nara.search.study;

import dev.nara.search.study.StudyEvent.Added;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a study, replayed from its events. All decisions depend on it alone, except for the end of a time budget. Not thread-safe.
 */
public final class StudyState {
    private final StudySpec spec;
    private final Steered steered;
    private final List<TrialNow> trials = new ArrayList<>();
    private final Map<String, Integer> skipped = new HashMap<>();
    private final Map<String, Integer> ofAlgorithm = new HashMap<>();
    private final Map<String, Double> beforeDrops = new HashMap<>();
    private final List<TestRun> tests = new ArrayList<>();
    private final List<Text> notices = new ArrayList<>();
    private final List<StudySnapshot.BestPoint> best = new ArrayList<>();
    private long seq;
    private double seconds;
    private StudyEvent.@Nullable Confirming confirming;
    private boolean isConfirming;
    private boolean isTesting;
    private StudyEvent.@Nullable PathBegun path;
    private final List<Integer> pathTrials = new ArrayList<>();
    private List<String> waitsFor = List.of();
    private final Set<String> storedRead = new HashSet<>();
    private List<StudyEvent.PathTrained.Gained> pathSteps = List.of();
    private @Nullable StudyChoice choice;
    private @Nullable TestResult test;

    /** A run on the test part; {@code end} is null until it has ended. */
    public static final class TestRun {
        public final StudyEvent.TestBegun begun;
        public StudyEvent.@Nullable TestEnded end;

        TestRun(StudyEvent.TestBegun begun) {
            this.begun = begun;
        }
    }

    public StudyState(StudySpec spec) {
        this.spec = spec;
        steered = new Steered(spec);
    }

    /** Applies an event; events come in the order of their numbers. */
    public void apply(Recorded recorded) {
        seq = recorded.seq();
        seconds = Math.max(seconds, recorded.seconds());
        StudyEvent event = recorded.event();
        if (event instanceof StudyEvent.Steering steering) {
            steer(recorded, steering);
        } else if (event instanceof Added added) {
            trials.add(new TrialNow(added, recorded.seconds()));
            ofAlgorithm.merge(added.algorithm(), 1, Integer::sum);
            if (added.origin() == Origin.SAMPLER) {
                skipped.remove(added.algorithm());
            } else if (added.origin() == Origin.PATH) {
                pathTrials.add(added.trial());
            }
        } else if (event instanceof StudyEvent.Chosen chosen) {
            choice = chosen.choice();
            isConfirming = false;
            steered.settled(seq);
        } else if (!ofTrial(event, recorded.seconds()) && !ofTest(event)) {
            other(event);
        }
    }

    private void steer(Recorded recorded, StudyEvent.Steering event) {
        if (event instanceof StudyEvent.Skipped skip) {
            skipped.merge(skip.algorithm(), 1, Integer::sum);
        }
        int known = event instanceof StudyEvent.Preferred preferred
                ? ofAlgorithm.getOrDefault(preferred.algorithm(), 0)
                : begun();
        steered.add(recorded, event, known);
    }

    /** The number of started trainings that count towards a budget of trials. */
    public int begun() {
        return (int) trials.stream()
                .filter(t -> t.added().origin() != Origin.STORED)
                .flatMap(t -> t.runs().stream())
                .filter(run -> !run.confirming)
                .count();
    }

    private boolean ofTrial(StudyEvent event, double at) {
        if (event instanceof StudyEvent.Reached reached) {
            trial(reached.trial()).reached(reached);
        } else if (event instanceof StudyEvent.Dropped dropped) {
            String algorithm = trial(dropped.trial()).added().algorithm();
            beforeDrops.computeIfAbsent(algorithm, a -> trials(a).stream()
                    .mapToDouble(t -> t.work(t.trained()))
                    .sum());
            trial(dropped.trial()).dropped(dropped);
        } else if (event instanceof StudyEvent.Thawed thawed) {
            trial(thawed.trial()).thawed();
        } else if (event instanceof StudyEvent.Repeated repeated) {
            trial(repeated.trial()).repeated(repeated);
        } else if (event instanceof StudyEvent.Ended ended) {
            trial(ended.trial()).ended(ended, at);
            better(at);
        } else {
            return false;
        }
        return true;
    }

    private void better(double at) {
        Optional<TrialNow> now = bestFinished();
        if (now.isPresent()) {
            int number = now.get().number();
            double mean = now.get().mean();
            StudySnapshot.BestPoint last = best.isEmpty() ? null : best.get(best.size() - 1);
            if (last == null || last.trial() != number || last.mean() != mean) {
                best.add(new StudySnapshot.BestPoint(at, number, mean, Double.NaN));
            }
        }
    }

    private boolean ofTest(StudyEvent event) {
        if (event instanceof StudyEvent.TestBegun begun) {
            tests.add(new TestRun(begun));
            isTesting = true;
        } else if (event instanceof StudyEvent.TestEnded ended) {
            tests.stream().filter(t -> t.begun.run() == ended.run()).forEach(t -> t.end = ended);
        } else if (event instanceof StudyEvent.Tested tested) {
            test = tested.result();
            isTesting = false;
        } else {
            return false;
        }
        return true;
    }

    private void other(StudyEvent event) {
        if (event instanceof StudyEvent.Confirming begun) {
            confirming = begun;
            isConfirming = true;
            steered.confirms(seq);
        } else if (event instanceof StudyEvent.PathBegun begun) {
            path = begun;
            pathTrials.clear();
        } else if (event instanceof StudyEvent.PathTrained trained) {
            pathSteps = trained.steps();
            path = null;
        } else if (event instanceof StudyEvent.StoredRead read) {
            storedRead.add(read.algorithm());
        } else if (event instanceof StudyEvent.Waits waits) {
            waitsFor = waits.ahead();
        } else if (event instanceof StudyEvent.CarriedOut done) {
            steered.carriedOut(done);
        } else if (event instanceof StudyEvent.PreferenceGivenUp given) {
            steered.givenUp(given);
        } else if (event instanceof StudyEvent.Noticed noticed && !notices.contains(noticed.what())) {
            notices.add(noticed.what());
        }
    }

    /** The best of those that have finished and satisfy the limits; the earlier of equal ones. */
    public Optional<TrialNow> bestFinished() {
        TrialNow best = null;
        for (TrialNow trial : trials) {
            boolean counts = trial.state() == TrialState.FINISHED && withinLimits(trial);
            if (counts && (best == null || worth(trial) > worth(best))) {
                best = trial;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The mean of a trial, higher is better. */
    public double worth(TrialNow trial) {
        return spec.worth(trial.mean());
    }

    public boolean withinLimits(TrialNow trial) {
        return spec.limits().stream().allMatch(limit -> limit.holds(trial.metrics()));
    }

    /** The first trial of the preset in a part. */
    public Optional<TrialNow> preset(String algorithm) {
        return trials.stream()
                .filter(t -> t.added().origin() == Origin.PRESET
                        && t.added().algorithm().equals(algorithm))
                .findFirst();
    }

    /** The phase, assuming that a process runs it. */
    public Phase phase() {
        if (steered.stopped()) {
            return Phase.STOPPED;
        }
        if (steered.paused()) {
            return Phase.PAUSED;
        }
        if (isConfirming) {
            return Phase.CONFIRMING;
        }
        if (choice == null || steered.extended()) {
            return Phase.SEARCHING;
        }
        if (testing()) {
            return Phase.TESTING;
        }
        boolean tested =
                test != null && test.trial() == choice().map(StudyChoice::trial).orElse(0);
        return tested ? Phase.TESTED : Phase.CHOSEN;
    }

    /** Whether the chosen setting is being evaluated on the test part. */
    boolean testing() {
        return isTesting;
    }

    public TrialNow trial(int number) {
        return trials.get(number - 1);
    }

    public boolean has(int number) {
        return number >= 1 && number <= trials.size();
    }

    public StudySpec spec() {
        return spec;
    }

    public Steered steered() {
        return steered;
    }

    public List<TrialNow> trials() {
        return trials;
    }

    public List<TrialNow> trials(String algorithm) {
        return spec.parts().size() == 1
                ? trials
                : trials.stream()
                        .filter(t -> t.added().algorithm().equals(algorithm))
                        .toList();
    }

    /** The cost of the trials of an algorithm before the first was stopped. */
    public double workBeforeDrops(String algorithm) {
        return beforeDrops.getOrDefault(algorithm, 0.0);
    }

    /** How many of the sampler's proposals were skipped since the last one taken. */
    public int skipped(String algorithm) {
        return skipped.getOrDefault(algorithm, 0);
    }

    public List<TestRun> tests() {
        return tests;
    }

    public List<Text> notices() {
        return notices;
    }

    public List<StudySnapshot.BestPoint> best() {
        return best;
    }

    public long seq() {
        return seq;
    }

    public double seconds() {
        return seconds;
    }

    /** The used share of the budget, 0 … 1; one half if that depends on the time of day. */
    public double budgetUsed() {
        Budget budget = steered.budget();
        double used = budget.trials() > 0
                ? (double) begun() / budget.trials()
                : budget.minutes() > 0 ? seconds / (60 * budget.minutes()) : 0.5;
        return Math.min(1, used);
    }

    /** What its runs wait for; empty if they train. */
    public List<String> waitsFor() {
        return waitsFor;
    }

    /** Whether the best are being confirmed, paused or not. */
    public boolean isConfirming() {
        return isConfirming;
    }

    /** The current or last confirmation. */
    public Optional<StudyEvent.Confirming> confirming() {
        return Optional.ofNullable(confirming);
    }

    /** The steps in training. */
    public Optional<StudyEvent.PathBegun> path() {
        return Optional.ofNullable(path);
    }

    /** The trials of these steps so far. */
    public List<Integer> pathTrials() {
        return pathTrials;
    }

    /** The steps that were trained last. */
    public List<StudyEvent.PathTrained.Gained> pathSteps() {
        return pathSteps;
    }

    /** Whether the stored runs of an algorithm were searched. */
    public boolean storedRead(String algorithm) {
        return storedRead.contains(algorithm);
    }

    public Optional<StudyChoice> choice() {
        int other = steered.chosenByHand();
        return Optional.ofNullable(choice).map(made -> has(other) ? made.instead(other) : made);
    }

    public Optional<TestResult> test() {
        return Optional.ofNullable(test);
    }
}
