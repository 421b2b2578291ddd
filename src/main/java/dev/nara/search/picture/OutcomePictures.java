package dev.nara.search.picture;

import dev.nara.chart.DifferenceForest;
import dev.nara.chart.Palette;
import dev.nara.chart.ShareBars;
import dev.nara.chart.Waterfall;
import dev.nara.chart.Waterfall.End;
import dev.nara.chart.Waterfall.Step;
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
import org.jfree.chart.JFreeChart;

/** What mattered in a study, the way from its preset to what it chose, and that held against others. */
public final class OutcomePictures {
    private OutcomePictures() {}

    /** The parameters of an algorithm and how much each matters, the most important first; empty before that is known. */
    public static List<ShareBars.Share> shares(StudySnapshot study, String algorithm, Locale locale) {
        return study.importance().getOrDefault(algorithm, List.of()).stream()
                .filter(s -> Double.isFinite(s.share()))
                .sorted(Comparator.comparingDouble((StudySnapshot.Share s) -> -s.share()))
                .map(s -> new ShareBars.Share(
                        PictureWords.parameter(s.name(), locale), s.share(), s.low(), s.high(), mattered(s)))
                .toList();
    }

    /** Whether a share is more than chance makes of nothing, which the interval has had subtracted. */
    static boolean mattered(StudySnapshot.Share share) {
        return share.low() > 0;
    }

    /** Draws the shares of an algorithm's parameters. */
    public static JFreeChart importance(StudySnapshot study, String algorithm, Palette palette, Locale locale) {
        return ShareBars.of(shares(study, algorithm, locale), palette);
    }

    /** The way from the preset to the chosen setting; empty before it was gone. */
    public static Optional<JFreeChart> path(StudySnapshot study, Palette palette, Locale locale) {
        return study.choice()
                .filter(choice -> choice.preset() > 0
                        && choice.trial() > 0
                        && !study.path().isEmpty())
                .map(choice -> Waterfall.of(
                        from(study, choice, locale),
                        steps(study, locale),
                        to(study, choice, locale),
                        GoalScale.higherIsBetter(study),
                        palette));
    }

    /** Where the axis of that picture starts; NaN where there is none. */
    public static double pathStart(StudySnapshot study) {
        return study.choice()
                .filter(choice -> choice.preset() > 0
                        && choice.trial() > 0
                        && !study.path().isEmpty())
                .map(choice -> Waterfall.start(
                        from(study, choice, Locale.ROOT), steps(study, Locale.ROOT), to(study, choice, Locale.ROOT)))
                .orElse(Double.NaN);
    }

    private static End from(StudySnapshot study, StudyChoice choice, Locale locale) {
        return new End(
                PictureWords.preset(study, locale), study.trial(choice.preset()).mean());
    }

    private static End to(StudySnapshot study, StudyChoice choice, Locale locale) {
        PathStep last = study.path().get(study.path().size() - 1);
        return new End(Text.of("study.chosen.trial", choice.trial()).in(locale), last.mean());
    }

    private static List<Step> steps(StudySnapshot study, Locale locale) {
        return study.path().stream()
                .map(step -> new Step(
                        PictureWords.parameter(step.name(), locale),
                        values(step.from(), locale) + " → " + values(step.to(), locale),
                        verdict(step.verdict()).in(locale),
                        step.difference(),
                        step.low(),
                        step.high(),
                        step.verdict() == Verdict.REAL))
                .toList();
    }

    private static String values(String value, Locale locale) {
        return PictureWords.value(value, locale);
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

    /** The chosen setting held against the preset, the best and others. */
    public static JFreeChart forest(StudySnapshot study, StudyChoice choice, Palette palette, Locale locale) {
        return DifferenceForest.of(
                choice.against().stream()
                        .map(each -> difference(study, choice, each, locale))
                        .toList(),
                palette);
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
