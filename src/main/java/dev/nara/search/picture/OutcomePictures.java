package dev.nara.search.picture;

import dev.nara.chart.DifferenceForest;
import dev.nara.chart.PresetPath;
import dev.nara.chart.PresetPath.End;
import dev.nara.chart.PresetPath.Step;
import dev.nara.chart.ShareBars;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Against;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.PathStep;
import dev.nara.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Charts of a study's result: importance, the path from the preset to the choice, and the choice compared with others. */
public final class OutcomePictures {
    private OutcomePictures() {}

    /** The parameters of an algorithm and their importance, the most important first; empty until it is known. */
    public static List<ShareBars.Share> shares(StudySnapshot study, String algorithm, Locale locale) {
        return study.importance().getOrDefault(algorithm, List.of()).stream()
                .filter(s -> Double.isFinite(s.share()))
                .sorted(Comparator.comparingDouble((StudySnapshot.Share s) -> -s.share()))
                .map(s -> new ShareBars.Share(
                        PictureWords.parameter(s.name(), locale), s.share(), s.low(), s.high(), mattered(s)))
                .toList();
    }

    /** Whether a share exceeds what chance gives; the interval has that subtracted already. */
    static boolean mattered(StudySnapshot.Share share) {
        return share.low() > 0;
    }

    /** The path from the preset to the chosen setting, as differences from the preset; empty until its steps are trained. */
    public static Optional<PresetPath> path(StudySnapshot study, Locale locale) {
        return study.choice()
                .filter(choice -> choice.preset() > 0
                        && choice.trial() > 0
                        && !study.path().isEmpty())
                .map(choice -> new PresetPath(from(study, locale), steps(study, locale), to(study, choice, locale)));
    }

    /** Differences are on the test half of the users, whose other figures are never shown: the path begins at zero. */
    private static End from(StudySnapshot study, Locale locale) {
        return new End(PictureWords.preset(study, locale), 0);
    }

    private static End to(StudySnapshot study, StudyChoice choice, Locale locale) {
        return new End(
                Text.of("study.chosen.trial", choice.trial()).in(locale),
                study.path().stream().mapToDouble(PathStep::difference).sum());
    }

    private static List<Step> steps(StudySnapshot study, Locale locale) {
        return study.path().stream()
                .map(step -> new Step(
                        PictureWords.parameter(step.name(), locale),
                        PictureWords.value(step.name(), step.from(), locale)
                                + " → "
                                + PictureWords.value(step.name(), step.to(), locale),
                        verdict(step.verdict()).in(locale),
                        step.difference(),
                        step.low(),
                        step.high(),
                        step.verdict() == Verdict.REAL))
                .toList();
    }

    /** A verdict in a word or two. */
    public static Text verdict(Verdict verdict) {
        return switch (verdict) {
            case REAL -> Text.of("study.verdict.real");
            case NOISE -> Text.of("study.verdict.noise");
            case NOT_SETTLED -> Text.of("study.verdict.open");
            case NONE -> Text.of("study.verdict.none");
        };
    }

    /** The chosen setting compared with the preset, the best and others. */
    public static List<DifferenceForest.Difference> differences(
            StudySnapshot study, StudyChoice choice, Locale locale) {
        return choice.against().stream()
                .map(each -> difference(study, choice, each, locale))
                .toList();
    }

    private static DifferenceForest.Difference difference(
            StudySnapshot study, StudyChoice choice, Against each, Locale locale) {
        String name = each.trial() == choice.preset()
                ? Text.of("study.preset").in(locale)
                : each.trial() == choice.best()
                        ? Text.of("study.best.trial", each.trial()).in(locale)
                        : "#" + each.trial();
        return new DifferenceForest.Difference(
                name,
                each.difference(),
                each.low(),
                each.high(),
                each.verdict() == Verdict.REAL,
                study.spec().worth(each.difference()) > 0);
    }
}
