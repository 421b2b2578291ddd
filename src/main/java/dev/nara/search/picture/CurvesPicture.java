package dev.nara.search.picture;

import dev.nara.chart.TrialCurves.Content;
import dev.nara.chart.TrialCurves.Curve;
import dev.nara.chart.TrialCurves.Rung;
import dev.nara.chart.TrialCurves.Spot;
import dev.nara.search.study.Origin;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The learning curves of all trials over their work, measured in epochs of the preset. */
public final class CurvesPicture {
    private CurvesPicture() {}

    /**
     * The chart's content.
     *
     * @param courses the goal's figures by epoch, of each run, by trial number; unknown ones are left out
     * @param selected trial numbers, in the order of their colours
     */
    public static Content of(
            StudySnapshot study,
            Map<Integer, List<SortedMap<Integer, Double>>> courses,
            List<Integer> selected,
            Locale locale) {
        double unit = unit(study);
        List<Curve> curves = new ArrayList<>();
        for (Trial trial : study.trials()) {
            double work = work(trial, unit);
            for (SortedMap<Integer, Double> course : courses.getOrDefault(trial.number(), List.of())) {
                List<Spot> spots = course.entrySet().stream()
                        .map(at -> new Spot(at.getKey() * work, at.getValue()))
                        .toList();
                curves.add(
                        new Curve(trial.number(), spots, PictureWords.mark(trial), selected.indexOf(trial.number())));
            }
        }
        return new Content(
                curves,
                rungs(study, unit, locale),
                Text.of(Double.isNaN(unit) ? "study.epochs" : "study.work").in(locale),
                Text.of("study.curves.all", study.spec().goal()).in(locale),
                GoalScale.higherIsBetter(study));
    }

    /** The work of one of the preset's epochs; NaN if unknown. */
    private static double unit(StudySnapshot study) {
        return study.trials().stream()
                .filter(t -> t.origin() == Origin.PRESET)
                .mapToDouble(Trial::work)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double work(Trial trial, double unit) {
        return Double.isNaN(unit) || Double.isNaN(trial.work()) ? 1 : trial.work() / unit;
    }

    /** The work of one epoch of a trial, as drawn. */
    public static double work(StudySnapshot study, Trial trial) {
        return work(trial, unit(study));
    }

    /** A rung is at the same work for all trials but at whole epochs of each; the median position is drawn. */
    private static List<Rung> rungs(StudySnapshot study, double unit, Locale locale) {
        int most = study.trials().stream().mapToInt(t -> t.rungs().size()).max().orElse(0);
        List<Rung> rungs = new ArrayList<>();
        for (int rung = 0; rung < most; rung++) {
            int place = rung;
            double[] at = study.trials().stream()
                    .filter(t -> t.rungs().size() > place)
                    .mapToDouble(t -> t.rungs().get(place) * work(t, unit))
                    .sorted()
                    .toArray();
            double work = Arrays.stream(at).skip(at.length / 2).findFirst().orElse(0);
            Rung before = rungs.isEmpty() ? null : rungs.get(rungs.size() - 1);
            if (before != null && before.work() == work) {
                // In short trainings several rungs fall on the same epoch: they share one line and one label.
                rungs.set(rungs.size() - 1, new Rung(work, before.name() + ", " + (rung + 1)));
            } else {
                rungs.add(new Rung(work, Text.of("study.rung", rung + 1).in(locale)));
            }
        }
        return rungs;
    }
}
