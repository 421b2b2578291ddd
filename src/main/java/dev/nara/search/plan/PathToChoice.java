package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.search.outcome.Confirmed;
import dev.nara.search.outcome.Importance;
import dev.nara.search.outcome.PathFromPreset;
import dev.nara.search.study.Origin;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyEvent.PathBegun;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains each step of the path from the preset to the chosen setting with the seeds of the confirmation. */
final class PathToChoice {
    private final StudyState state;
    private final NextSettings settings;
    private final StudyVerdicts verdicts;

    PathToChoice(StudyState state, NextSettings settings, StudyVerdicts verdicts) {
        this.state = state;
        this.settings = settings;
        this.verdicts = verdicts;
    }

    /** The steps; empty if nothing or the preset was chosen. */
    List<PathBegun.Step> steps() {
        StudyChoice choice = state.choice().orElse(null);
        if (choice == null || choice.trial() == 0 || choice.preset() == 0 || choice.trial() == choice.preset()) {
            return List.of();
        }
        TrialNow chosen = state.trial(choice.trial());
        TrialNow preset = state.trial(choice.preset());
        if (!chosen.added().algorithm().equals(preset.added().algorithm())) {
            return List.of();
        }
        StudyPart part = state.spec().part(chosen.added().algorithm());
        List<Importance> importance =
                Importance.of(part.space(), settings.history(part), state.spec().seed());
        return PathFromPreset.steps(
                        part.space(),
                        part.with(preset.added().settings()),
                        part.with(chosen.added().settings()),
                        importance)
                .stream()
                .map(step -> new PathBegun.Step(step.names(), step.settings()))
                .toList();
    }

    /** What to train next; once everything is trained, the result. */
    Optional<Move> next(Now now) throws DataException {
        List<PathBegun.Step> steps = state.path().orElseThrow().steps();
        List<Integer> trials = state.pathTrials();
        boolean waits = false;
        for (int s = 0; s < steps.size() - 1; s++) {
            if (s >= trials.size()) {
                return now.free() > 0 ? Optional.of(begun(steps.get(s))) : Optional.empty();
            }
            TrialNow trial = state.trial(trials.get(s));
            waits |= trial.active().isPresent();
            if (trial.state() == TrialState.FINISHED) {
                for (long seed : state.confirming().orElseThrow().seeds()) {
                    if (StudyVerdicts.run(trial, seed) == null && verdicts.random(trial)) {
                        return now.free() > 0 ? Optional.of(new Move.Repeat(trial, seed, true, 0)) : Optional.empty();
                    }
                }
            }
        }
        return waits
                ? Optional.empty()
                : Optional.of(new Move.Note(List.of(new StudyEvent.PathTrained(trained(steps, trials)))));
    }

    private Move begun(PathBegun.Step step) {
        String algorithm =
                state.trial(state.choice().orElseThrow().trial()).added().algorithm();
        return new Move.Begin(
                new NextSettings.Ask(algorithm, step.settings(), Origin.PATH, Text.of("study.why.path"), 0), 0);
    }

    /** The steps whose trials could be trained, with their gains over the previous step. */
    private List<StudyEvent.PathTrained.Gained> trained(List<PathBegun.Step> steps, List<Integer> trials)
            throws DataException {
        StudyChoice choice = state.choice().orElseThrow();
        List<Integer> all = new ArrayList<>(trials);
        all.add(choice.trial());
        all.add(0, choice.preset());
        List<Confirmed> confirmed = new ArrayList<>();
        for (int number : all) {
            Optional<Confirmed> its = verdicts.confirmed(
                    state.trial(number), state.confirming().orElseThrow().seeds());
            if (its.isEmpty()) {
                return List.of();
            }
            confirmed.add(its.get());
        }
        List<PathFromPreset.Gain> gains = PathFromPreset.gains(confirmed);
        List<StudyEvent.PathTrained.Gained> gained = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            gained.add(step(steps.get(s), state.trial(all.get(s)), state.trial(all.get(s + 1)), gains.get(s)));
        }
        return gained;
    }

    private StudyEvent.PathTrained.Gained step(
            PathBegun.Step step, TrialNow before, TrialNow after, PathFromPreset.Gain gain) {
        double[] figures = after.allFigures().stream().mapToDouble(f -> f).toArray();
        return new StudyEvent.PathTrained.Gained(
                String.join(", ", step.names()),
                values(step, before),
                values(step, after),
                after.number(),
                Significance.mean(figures),
                figures.length < 2 ? Double.NaN : Significance.deviation(figures) / Math.sqrt(figures.length),
                gain.difference(),
                gain.low(),
                gain.high(),
                verdict(gain));
    }

    private String values(PathBegun.Step step, TrialNow trial) {
        Map<String, String> all =
                state.spec().part(trial.added().algorithm()).with(trial.added().settings());
        return String.join(
                ", ", step.names().stream().map(n -> all.getOrDefault(n, "")).toList());
    }

    private static Verdict verdict(PathFromPreset.Gain gain) {
        return switch (gain.verdict()) {
            case REAL -> Verdict.REAL;
            case NOISE -> Verdict.NOISE;
            case MORE_SEEDS -> Verdict.NOT_SETTLED;
        };
    }
}
