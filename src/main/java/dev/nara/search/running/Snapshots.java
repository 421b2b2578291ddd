package dev.nara.search.running;

import dev.nara.eval.Significance;
import dev.nara.run.RunEvent;
import dev.nara.search.plan.StudyVerdicts;
import dev.nara.search.sampler.Preference;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.PartNow;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds snapshots of studies. */
final class Snapshots {
    private Snapshots() {}

    /** For events alone, without further computations. */
    static StudySnapshot of(long id, String created, StudyState state) {
        return of(id, created, state, state.phase(), state.seconds(), Map.of(), Known.NOTHING);
    }

    /**
     * What a snapshot shows beyond the events.
     *
     * @param level the trials level with the best
     * @param importance of dimensions, by algorithm
     */
    record Known(
            Set<Integer> level,
            Optional<StudySnapshot.Next> next,
            StudySnapshot.Ahead ahead,
            Map<String, List<StudySnapshot.Share>> importance) {
        /** Before anything is computed. */
        static final Known NOTHING = new Known(Set.of(), Optional.empty(), StudySnapshot.Ahead.UNKNOWN, Map.of());
    }

    /** A snapshot in a phase, with what is computed. */
    static StudySnapshot of(
            long id,
            String created,
            StudyState state,
            Phase phase,
            double seconds,
            Map<Long, RunEvent.EpochDone> latest,
            Known known) {
        boolean still = isStill(phase) || !state.waitsFor().isEmpty();
        List<Trial> trials = new ArrayList<>();
        for (TrialNow trial : state.trials()) {
            trials.add(trial(state, trial, state(trial, still), latest, known));
        }
        return new StudySnapshot(
                id,
                created,
                state.spec(),
                phase,
                seconds,
                state.steered().budget(),
                parts(state),
                List.copyOf(trials),
                state.steered().steps(),
                List.copyOf(state.best()),
                known.next(),
                known.ahead(),
                known.importance(),
                doing(state, phase),
                path(state),
                state.choice(),
                state.test(),
                List.copyOf(state.notices()));
    }

    private static StudySnapshot.Doing doing(StudyState state, Phase phase) {
        List<String> waits = isStill(phase) ? List.of() : state.waitsFor();
        Optional<StudyEvent.Confirming> confirming = state.confirming().filter(c -> state.isConfirming());
        if (confirming.isEmpty()) {
            return new StudySnapshot.Doing(waits, 0, 0, 0, state.path().isPresent());
        }
        List<Long> seeds = confirming.get().seeds();
        int left = 0;
        int first = seeds.size();
        for (int s = seeds.size() - 1; s >= 0; s--) {
            int open = 0;
            for (int trial : confirming.get().all()) {
                TrialNow.RunNow run = StudyVerdicts.run(state.trial(trial), seeds.get(s));
                boolean trained = confirming.get().once().contains(trial) || (run != null && run.end != null);
                open += trained ? 0 : 1;
            }
            first = open > 0 ? s + 1 : first;
            left += open;
        }
        return new StudySnapshot.Doing(waits, seeds.size(), first, left, false);
    }

    private static List<StudySnapshot.PathStep> path(StudyState state) {
        return state.pathSteps().stream()
                .map(step -> new StudySnapshot.PathStep(
                        step.name(),
                        step.from(),
                        step.to(),
                        step.trial(),
                        step.mean(),
                        step.error(),
                        step.difference(),
                        step.low(),
                        step.high(),
                        step.verdict()))
                .toList();
    }

    private static List<PartNow> parts(StudyState state) {
        List<PartNow> parts = new ArrayList<>();
        for (StudyPart part : state.steered().parts()) {
            Map<String, String> preferred = new LinkedHashMap<>();
            for (Preference preference : state.steered().preferences(part.algorithm())) {
                preferred.put(preference.name(), preference.value());
            }
            parts.add(new PartNow(part.algorithm(), part.values(), part.space(), preferred));
        }
        return List.copyOf(parts);
    }

    /** A study in progress is waiting if no run trains. */
    private static TrialState state(TrialNow trial, boolean still) {
        return still && trial.state() == TrialState.RUNNING ? TrialState.WAITING : trial.state();
    }

    private static boolean isStill(Phase phase) {
        return phase == Phase.PAUSED || phase == Phase.STOPPED || phase == Phase.INTERRUPTED;
    }

    private static Trial trial(
            StudyState state, TrialNow trial, TrialState its, Map<Long, RunEvent.EpochDone> latest, Known known) {
        StudyEvent.Added added = trial.added();
        Optional<RunEvent.EpochDone> live =
                trial.active().filter(r -> !r.confirming).map(r -> latest.get(r.run));
        List<Double> figures = trial.allFigures();
        double[] array = figures.stream().mapToDouble(f -> f).toArray();
        double mean = array.length > 0 ? Significance.mean(array) : trial.mean();
        return new Trial(
                trial.number(),
                trial.runs().stream().map(r -> r.run).filter(r -> r > 0).toList(),
                added.algorithm(),
                added.settings(),
                added.origin(),
                its,
                added.why(),
                trial.outcome(),
                figures,
                mean,
                array.length < 2 ? Double.NaN : Significance.deviation(array) / Math.sqrt(array.length),
                trial.secondsPerEpoch(),
                added.work(),
                live.map(RunEvent.EpochDone::epoch).orElse(trial.epoch()),
                state.spec().base().epochs(),
                trial.reached().size(),
                added.rungs().stream().map(r -> r.epoch()).toList(),
                trial.thawedOnce(),
                state.steered().pinned(trial.number()),
                state.choice()
                        .filter(StudyChoice::isConfirmed)
                        .map(StudyChoice::level)
                        .orElse(List.copyOf(known.level()))
                        .contains(trial.number()),
                trial.metrics().isEmpty() || state.withinLimits(trial),
                trial.metrics(),
                trial.begun(),
                trial.ended());
    }
}
