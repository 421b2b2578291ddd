package dev.nara.search.picture;

import dev.nara.chart.StudyCourse;
import dev.nara.chart.StudyCourse.Line;
import dev.nara.chart.StudyCourse.Mark;
import dev.nara.chart.StudyCourse.Point;
import dev.nara.chart.StudyCourse.UserAction;
import dev.nara.search.study.Origin;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.BestPoint;
import dev.nara.search.study.StudyStep;
import dev.nara.search.study.Trial;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The chart of the best figure so far over the minutes of a study. */
public final class BestPicture {
    private static final double MINUTE = 60;
    /** With fewer trials, or less of the budget used, no prediction is drawn. */
    private static final int MEASURED_TRIALS = 3;

    private static final double MEASURED = .05;

    private BestPicture() {}

    /**
     * The chart's content.
     *
     * @param selected trial numbers, in the order of their colours
     * @param others further references in addition to the preset
     */
    public static StudyCourse course(StudySnapshot study, List<Integer> selected, List<Line> others, Locale locale) {
        double now = study.seconds() / MINUTE;
        List<Line> lines = new ArrayList<>(others);
        study.trials().stream()
                .filter(t -> t.origin() == Origin.PRESET && Double.isFinite(t.mean()))
                .limit(1)
                .forEach(t -> lines.add(new Line(Text.of("study.preset").in(locale), t.mean(), Line.Kind.PRESET)));
        return new StudyCourse(
                end(study),
                now,
                study.best().stream()
                        .map(b -> new Point(b.seconds() / MINUTE, b.mean(), b.error()))
                        .toList(),
                study.trials().stream().map(t -> mark(study, t, selected)).toList(),
                lines,
                actions(study).stream()
                        .map(s -> new UserAction(s.seconds() / MINUTE, StepWords.timed(s, locale)))
                        .toList(),
                study.best().isEmpty()
                        ? ""
                        : words(study.best().get(study.best().size() - 1)),
                over(study) ? "" : ahead(study, locale),
                over(study) || Double.isNaN(study.ahead().gain()) || !measured(study)
                        ? ""
                        : Text.of("study.gain", Numbers.likelihood(study.ahead().gain()))
                                .in(locale),
                GoalScale.higherIsBetter(study));
    }

    /** The user's actions that were not undone, in order. */
    public static List<StudyStep> actions(StudySnapshot study) {
        return study.steps().stream().filter(s -> !s.undone()).toList();
    }

    /** The current best as text; "" before there is one. */
    public static String bestWords(StudySnapshot study) {
        return study.bestNow().map(BestPicture::words).orElse("");
    }

    private static String words(BestPoint best) {
        return "#" + best.trial() + " " + BareNumbers.withMargin(best.mean(), best.error());
    }

    /** The budget in minutes; for a budget of trials, their expected duration. */
    private static double end(StudySnapshot study) {
        double left = study.ahead().secondsLeft();
        if (over(study) || Double.isNaN(left)) {
            return Math.max(study.budget().minutes(), study.seconds() / MINUTE);
        }
        return Math.max(study.budget().minutes(), (study.seconds() + left) / MINUTE);
    }

    /** How a trial is drawn. */
    public static Mark mark(StudySnapshot study, Trial trial, List<Integer> selected) {
        double seconds = trial.ended();
        if (Double.isNaN(seconds)) {
            double took = trial.epoch() * trial.secondsPerEpoch();
            seconds = Math.min(study.seconds(), Double.isNaN(took) ? study.seconds() : trial.begun() + took);
        }
        return new Mark(
                trial.number(),
                seconds / MINUTE,
                trial.state().broken() ? Double.NaN : trial.mean(),
                PictureWords.mark(trial),
                selected.indexOf(trial.number()));
    }

    /** Whether the search for settings is over: the best are being confirmed, or later. */
    private static boolean over(StudySnapshot study) {
        return study.phase().ended() || study.phase() == Phase.CONFIRMING || study.phase() == Phase.TESTING;
    }

    private static boolean measured(StudySnapshot study) {
        return study.trials().size() >= MEASURED_TRIALS && study.seconds() >= MEASURED * MINUTE * end(study);
    }

    private static String ahead(StudySnapshot study, Locale locale) {
        StudySnapshot.Ahead ahead = study.ahead();
        String left = Double.isNaN(ahead.secondsLeft())
                ? ""
                : Text.of("study.left", Numbers.duration(Math.max(0, ahead.secondsLeft())))
                                .in(locale) + " · ";
        return left
                + (Double.isNaN(ahead.trials()) || !measured(study)
                        ? Text.of("study.measuring").in(locale)
                        : Text.of("study.more.trials", Math.round(ahead.trials()))
                                .in(locale));
    }
}
