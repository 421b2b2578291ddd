package dev.nara.ui.tune.model;

import dev.nara.analysis.SettingWords;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.Origin;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings and states of trials as text. */
public final class TuneWords {
    private static final int SHOWN = 3;

    private TuneWords() {}

    /** A value of a choice as text; the empty value has a text, too. */
    public static String choice(Texts texts, String name, String value) {
        return value.isEmpty() ? texts.get("tune.value.none") : SettingWords.value(name, value, texts.locale());
    }

    /** The scale of a dimension's values as text; "" for the ordinary linear one. */
    public static String scale(Texts texts, Dimension dimension) {
        if (!(dimension instanceof Dimension.Range range)) {
            return texts.get("tune.scale.choices");
        }
        if (range.zero()) {
            return texts.get(range.log() ? "tune.scale.zero.log" : "tune.scale.zero");
        }
        if (range.whole()) {
            return texts.get(range.log() ? "tune.scale.whole.log" : "tune.scale.whole");
        }
        return range.log() ? texts.get("tune.scale.log") : "";
    }

    /** The most important dimensions, to describe a trial in one line. */
    public static List<String> important(StudySnapshot study, StudySnapshot.PartNow part) {
        Map<String, Double> shares = study.importance().getOrDefault(part.algorithm(), List.of()).stream()
                .collect(Collectors.toMap(StudySnapshot.Share::name, StudySnapshot.Share::share));
        List<String> names = new ArrayList<>(
                part.space().dimensions().stream().map(Dimension::name).toList());
        names.sort(Comparator.comparingDouble(name -> -shares.getOrDefault(name, 0.0)));
        return names.stream().limit(SHOWN).toList();
    }

    /** A trial's values of some dimensions; values that it lacks are those of its part. */
    public static String settings(
            Texts texts, StudySnapshot.PartNow part, Map<String, String> settings, List<String> names) {
        return names.stream()
                .map(name -> choice(
                        texts, name, settings.getOrDefault(name, part.values().getOrDefault(name, "–"))))
                .collect(Collectors.joining(" · "));
    }

    /** The state of a trial as a short text. */
    public static String state(Texts texts, StudySnapshot study, Trial trial) {
        String seconds = Double.isNaN(trial.secondsPerEpoch())
                ? ""
                : texts.get("tune.trial.seconds", Numbers.shortSeconds(trial.secondsPerEpoch()));
        String words =
                switch (trial.state()) {
                    case WAITING -> texts.get("tune.trial.waiting");
                    case RUNNING -> texts.get("tune.trial.running", trial.epoch(), trial.epochs());
                    case DROPPED ->
                        trial.rung() == 0
                                ? texts.get("tune.trial.dropped.hand")
                                : texts.get("tune.trial.dropped", trial.rungs().get(trial.rung() - 1));
                    case FAILED, DIVERGED, TOO_LARGE, STOPPED -> texts.get("trialstate." + trial.state());
                    case FINISHED -> finished(texts, study, trial);
                };
        boolean plain = trial.finished() && trial.withinLimits();
        List<String> parts = new ArrayList<>();
        boolean usual = trial.origin() == Origin.SAMPLER && words.equals(texts.get("tune.trial.finished"));
        if (!usual || seconds.isEmpty() || trial.pinned()) {
            parts.add(words);
        }
        if (trial.pinned()) {
            parts.add(texts.get("tune.trial.pinned"));
        } else if (trial.thawed() && trial.state().alive()) {
            parts.add(texts.get("tune.trial.thawed"));
        } else if (plain) {
            parts.add(seconds);
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String finished(Texts texts, StudySnapshot study, Trial trial) {
        if (!trial.withinLimits()) {
            return study.spec().limits().stream()
                    .filter(limit -> !limit.holds(trial.metrics()))
                    .findFirst()
                    .map(limit -> texts.get(
                            "tune.trial.out",
                            limit.metric(),
                            BareNumbers.value(
                                    Double.toString(trial.metrics().getOrDefault(limit.metric(), Double.NaN)))))
                    .orElse(texts.get("tune.trial.finished"));
        }
        if (study.choice().filter(choice -> choice.trial() == trial.number()).isPresent()) {
            return texts.get("tune.trial.chosen");
        }
        if (study.bestNow().filter(best -> best.trial() == trial.number()).isPresent()) {
            return texts.get("tune.trial.best");
        }
        if (trial.level()) {
            return texts.get("tune.trial.level");
        }
        return switch (trial.origin()) {
            case PRESET -> texts.get("tune.trial.preset");
            case PERSON -> texts.get("tune.trial.yours");
            case OTHER_PRESET -> texts.get("tune.trial.other.preset");
            case STORED -> texts.get("tune.trial.stored");
            case PATH -> texts.get("tune.trial.path");
            case SAMPLER -> texts.get("tune.trial.finished");
        };
    }
}
