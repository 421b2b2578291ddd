package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.search.outcome.Choice;
import dev.nara.search.outcome.Confirmation;
import dev.nara.search.outcome.Confirmed;
import dev.nara.search.sampler.Expectation;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Against;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySeeds;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.TrialExecutor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which trials are confirmed, and which one is chosen. */
public final class StudyVerdicts {
    /** The weight of a trial's own figure where it is selected for confirmation, beside that of the model. */
    private static final double OWN = .25;

    private final StudyState state;
    private final Figures figures;
    private final TrialExecutor executor;
    private final NextSettings settings;

    StudyVerdicts(StudyState state, Figures figures, TrialExecutor executor, NextSettings settings) {
        this.state = state;
        this.figures = figures;
        this.executor = executor;
        this.settings = settings;
    }

    /** The reference trial: the preset of the first algorithm, if it has a figure and is within the limits. */
    Optional<TrialNow> preset() {
        return state.preset(state.spec().parts().get(0).algorithm())
                .filter(preset -> preset.state() == TrialState.FINISHED && state.withinLimits(preset));
    }

    /**
     * The trials to confirm; empty if none has finished within the limits.
     *
     * @param secondsLeft for confirmation; infinite if unlimited
     */
    Optional<StudyEvent.Confirming> confirming(double secondsLeft) throws DataException {
        Map<String, Optional<Expectation>> expectations = new HashMap<>();
        List<Confirmation.Finished> finished = new ArrayList<>();
        List<Integer> pinned = new ArrayList<>();
        Optional<TrialNow> preset = preset();
        double seconds = 0;
        for (TrialNow trial : state.trials()) {
            if (trial.state() != TrialState.FINISHED
                    || preset.filter(p -> p == trial).isPresent()) {
                continue;
            }
            if (state.withinLimits(trial)) {
                double expected = expectations
                        .computeIfAbsent(trial.added().algorithm(), this::expectation)
                        .map(each -> expected(each, trial))
                        .orElse(state.worth(trial));
                finished.add(new Confirmation.Finished(trial.number(), searched(trial), expected));
                seconds += trial.secondsPerEpoch() * trial.epoch();
                if (state.steered().pinned(trial.number())) {
                    pinned.add(trial.number());
                }
            }
        }
        if (finished.isEmpty() && preset.isEmpty()) {
            return Optional.empty();
        }
        double each = finished.isEmpty() ? Double.NaN : seconds / finished.size();
        int most = Confirmation.most(secondsLeft, each, state.spec().seeds());
        List<Integer> trials =
                finished.isEmpty() ? new ArrayList<>() : new ArrayList<>(Confirmation.candidates(finished, most));
        pinned.stream().filter(p -> !trials.contains(p)).forEach(trials::add);
        List<Long> seeds = new ArrayList<>();
        for (int n = 1; n <= state.spec().seeds(); n++) {
            seeds.add(StudySeeds.confirming(state.spec(), n));
        }
        int number = preset.map(TrialNow::number).orElse(0);
        List<Integer> once = new StudyEvent.Confirming(trials, number, seeds, List.of())
                .all().stream().filter(trial -> !random(state.trial(trial))).toList();
        return Optional.of(new StudyEvent.Confirming(trials, number, seeds, once));
    }

    /** The model of all trials of an algorithm; empty if they are too few. */
    private Optional<Expectation> expectation(String algorithm) {
        StudyPart part = state.steered().part(algorithm);
        return Expectation.of(part.space(), settings.history(part));
    }

    /** What the model says, moved towards the trial's own figure: settings may be better than their neighbours. */
    private double expected(Expectation all, TrialNow trial) {
        double mean = all.of(state.spec()
                        .part(trial.added().algorithm())
                        .with(trial.added().settings()))
                .mean();
        return mean + OWN * (state.worth(trial) - mean);
    }

    private double[] searched(TrialNow trial) throws DataException {
        double[] users = figures.searched(trial.main().run, trial.epoch());
        return users.length == 0 ? new double[] {state.worth(trial)} : users;
    }

    /** The choice from the seeds that are completed for all so far. */
    StudyEvent.Confirming known(StudyEvent.Confirming confirming) {
        List<Long> seeds = confirming.seeds().stream()
                .filter(seed -> confirming.all().stream().map(state::trial).allMatch(trial -> {
                    TrialNow.RunNow run = run(trial, seed);
                    return !random(trial) || (run != null && run.end != null && run.end.state() != TrialState.STOPPED);
                }))
                .toList();
        return new StudyEvent.Confirming(confirming.trials(), confirming.preset(), seeds, confirming.once());
    }

    /** The best so far, without an expected figure because no further seed was trained. */
    private StudyChoice unconfirmed() {
        int best = state.bestFinished().map(TrialNow::number).orElse(0);
        int preset = preset().map(TrialNow::number).orElse(0);
        List<Integer> level = best == 0 ? List.of() : List.of(best);
        return new StudyChoice(
                best, best, preset, level, Double.NaN, Double.NaN, Double.NaN, Verdict.NONE, List.of(), 0, 0);
    }

    /** The choice, once all are confirmed. */
    StudyChoice choice(StudyEvent.Confirming confirming) throws DataException {
        if (confirming.seeds().isEmpty()) {
            return unconfirmed();
        }
        List<Confirmed> candidates = new ArrayList<>();
        for (int trial : confirming.trials()) {
            confirmed(state.trial(trial), confirming.seeds()).ifPresent(candidates::add);
        }
        Optional<Confirmed> preset = confirming.preset() == 0
                ? Optional.empty()
                : confirmed(state.trial(confirming.preset()), confirming.seeds());
        if (candidates.isEmpty() && preset.isEmpty()) {
            return none();
        }
        Choice choice = Choice.of(candidates, preset);
        List<Against> against = new ArrayList<>();
        choice.against()
                .ifPresent(a -> against.add(Against.of(
                        state.spec(), confirming.preset(), a.difference(), a.low(), a.high(), verdict(a.verdict()))));
        double low = state.spec().worth(choice.promise().low());
        double high = state.spec().worth(choice.promise().high());
        return new StudyChoice(
                choice.chosen(),
                choice.best(),
                preset.isPresent() ? confirming.preset() : 0,
                choice.level(),
                state.spec().worth(choice.promise().expected()),
                Math.min(low, high),
                Math.max(low, high),
                preset.isEmpty() ? Verdict.NONE : verdict(choice.verdict()),
                against,
                confirming.seeds().size(),
                choice.against().map(Choice.Against::moreSeeds).orElse(0));
    }

    /** The verdict if nothing has finished. */
    public static StudyChoice none() {
        return new StudyChoice(0, 0, 0, List.of(), Double.NaN, Double.NaN, Double.NaN, Verdict.NONE, List.of(), 0, 0);
    }

    private static Verdict verdict(Choice.Verdict verdict) {
        return switch (verdict) {
            case BETTER -> Verdict.REAL;
            case KEEP -> Verdict.NOISE;
            case MORE_SEEDS -> Verdict.NOT_SETTLED;
        };
    }

    /** Whether another seed gives a trial another result. */
    boolean random(TrialNow trial) {
        return executor.random(trial.added().algorithm());
    }

    /** A trial with its confirming runs of these seeds; empty if one could not be trained. */
    Optional<Confirmed> confirmed(TrialNow trial, List<Long> seeds) throws DataException {
        boolean random = executor.random(trial.added().algorithm());
        // Work is comparable only within one algorithm.
        boolean alike = state.spec().parts().size() == 1;
        int epochs = Math.max(1, trial.epoch());
        double cost = alike ? trial.work(epochs) : epochs * trial.secondsPerEpoch();
        if (!random && !trial.main().finished()) {
            return Optional.empty();
        }
        if (!random) {
            double[] users = users(trial.main());
            return Optional.of(new Confirmed(trial.number(), new double[][] {users}, cost, false));
        }
        List<double[]> all = new ArrayList<>();
        for (long seed : seeds) {
            TrialNow.RunNow run = run(trial, seed);
            if (run == null || !run.finished()) {
                return Optional.empty();
            }
            all.add(users(run));
        }
        return Optional.of(new Confirmed(trial.number(), all.toArray(new double[0][]), cost, true));
    }

    /** The confirming run with a seed; null if it was not started. */
    public static TrialNow.@Nullable RunNow run(TrialNow trial, long seed) {
        return trial.runs().stream()
                .filter(r -> r.confirming && r.seed == seed)
                .findFirst()
                .orElse(null);
    }

    private double[] users(TrialNow.RunNow run) throws DataException {
        StudyEvent.Ended end = run.end;
        if (end == null) {
            return new double[0];
        }
        double[] users = figures.all(run.run, end.bestEpoch());
        return users.length == 0 ? new double[] {state.spec().worth(end.figure())} : users;
    }
}
