package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.search.sampler.Observation;
import dev.nara.search.sampler.Sampler;
import dev.nara.search.sampler.Samplers;
import dev.nara.search.sampler.Suggestion;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.Origin;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides which settings of an algorithm are tried next: the preset, the other presets, then the sampler's proposals. Depends on the
 * study's events alone.
 */
public final class NextSettings {
    private final StudyState state;
    private final Predicate<String> random;
    private final Sampler sampler;

    /** @param random whether another seed gives an algorithm another result */
    public NextSettings(StudyState state, Predicate<String> random) throws DataException {
        this.state = state;
        this.random = random;
        this.sampler = Samplers.named(state.spec().sampler());
    }

    /**
     * Settings to try.
     *
     * @param settings that differ from the study's spec
     * @param again the trial with the same settings that is repeated with another seed; 0 for none
     */
    public record Ask(String algorithm, Map<String, String> settings, Origin origin, Text why, int again) {}

    /** The next settings; empty if nothing is left to try. */
    public Optional<Ask> of(StudyPart part) {
        List<TrialNow> trials = state.trials(part.algorithm());
        if (state.preset(part.algorithm()).isEmpty()) {
            return Optional.of(ask(part, Map.of(), Origin.PRESET, Text.of("study.why.preset")));
        }
        for (StudyPart.Start start : state.spec().part(part.algorithm()).others()) {
            Map<String, String> settings = settings(part, start.settings());
            if (!isTried(part, settings)) {
                Text why = Text.of("study.why.other", Text.of("preset." + start.name()));
                return Optional.of(ask(part, start.settings(), Origin.OTHER_PRESET, why));
            }
        }
        return part.space().dimensions().isEmpty() ? Optional.empty() : sampled(part, trials);
    }

    /** Settings that the user asked for. */
    Ask asked(StudyEvent.Asked asked) {
        StudyPart part = state.steered().part(asked.algorithm());
        return ask(part, asked.settings(), Origin.PERSON, Text.of("study.why.person"));
    }

    private Ask ask(StudyPart part, Map<String, String> settings, Origin origin, Text why) {
        return new Ask(part.algorithm(), settings(part, settings), origin, why, 0);
    }

    /** A value for each active dimension, and values fixed by the user since, if they differ from the spec. */
    private Map<String, String> settings(StudyPart part, Map<String, String> settings) {
        Map<String, String> first = state.spec().part(part.algorithm()).values();
        Map<String, String> all = new LinkedHashMap<>();
        part.values().forEach((name, value) -> {
            if (!value.equals(first.get(name)) && !settings.containsKey(name)) {
                all.put(name, value);
            }
        });
        Map<String, String> values = new LinkedHashMap<>(part.values());
        values.putAll(settings);
        all.putAll(part.space().active(values));
        all.putAll(settings);
        return all;
    }

    private Optional<Ask> sampled(StudyPart part, List<TrialNow> trials) {
        List<Observation> history = history(part);
        int n = state.skipped(part.algorithm()) + 1;
        List<Suggestion> suggestions = sampler.ask(
                part.space(),
                history,
                state.steered().preferences(part.algorithm()),
                n,
                state.spec().seed());
        if (suggestions.size() < n) {
            return Optional.empty();
        }
        Suggestion last = suggestions.get(n - 1);
        int sign = CutoffMetric.worth(state.spec().goal(), 1) < 0 ? -1 : 1;
        int again = last.again() ? same(part, trials, last.settings()) : 0;
        if (last.again() && (again == 0 || !random.test(part.algorithm()))) {
            // Everything was tried, and repeating a deterministic setting gives the same result.
            return Optional.empty();
        }
        Ask ask = ask(part, last.settings(), Origin.SAMPLER, StudyJson.stored(last.reason(sign)));
        return Optional.of(new Ask(ask.algorithm(), ask.settings(), ask.origin(), ask.why(), again));
    }

    /**
     * The observations of an algorithm's trials, in order. Costs weigh less the more of the budget is used (Lee et al. 2020): cheap
     * settings are explored first, and in the end the best counts whatever its cost.
     */
    public List<Observation> history(StudyPart part) {
        List<Observation> history = new ArrayList<>();
        double left = 1 - state.budgetUsed();
        state.trials(part.algorithm())
                .forEach(trial -> history.add(observation(trial, left).numbered(trial.number())));
        return history;
    }

    /** The first completed trial with the same settings; 0 for none. */
    private int same(StudyPart part, List<TrialNow> trials, Map<String, String> settings) {
        for (TrialNow trial : trials) {
            if (trial.state() == TrialState.FINISHED && same(part, trial.added().settings(), settings)) {
                return trial.number();
            }
        }
        return 0;
    }

    /** Whether a trial has these settings. */
    boolean isTried(StudyPart part, Map<String, String> settings) {
        return state.trials(part.algorithm()).stream()
                .anyMatch(t -> same(part, t.added().settings(), settings));
    }

    private boolean same(StudyPart part, Map<String, String> one, Map<String, String> other) {
        return full(part, one).equals(full(part, other));
    }

    /** All values except those of inactive dimensions. */
    private Map<String, String> full(StudyPart part, Map<String, String> settings) {
        Map<String, String> all =
                new LinkedHashMap<>(state.spec().part(part.algorithm()).with(settings));
        Space space = part.space();
        for (Dimension dimension : space.dimensions()) {
            if (!space.counts(dimension, all)) {
                all.remove(dimension.name());
            }
        }
        return all;
    }

    private Observation observation(TrialNow trial, double costExponent) {
        Map<String, String> settings =
                state.spec().part(trial.added().algorithm()).with(trial.added().settings());
        TrialState its = trial.state();
        double value = state.worth(trial);
        if (its == TrialState.RUNNING || (Double.isNaN(value) && !its.broken())) {
            return Observation.pending(settings);
        }
        if (its.broken()) {
            return Observation.failed(settings);
        }
        double cost = Math.pow(trial.work(Math.max(1, trial.trained())), costExponent);
        return new Observation(settings, value, Double.NaN, cost, Observation.Kind.DONE);
    }
}
