package dev.nara.ui.tune.space;

import dev.nara.chart.StudyMark;
import dev.nara.eval.CutoffMetric;
import dev.nara.search.picture.GoalScale;
import dev.nara.search.picture.PictureWords;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.ui.tune.model.TuneModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The data of a dimension's row.
 *
 * @param whole as at the start of the study, or the current dimension if that was widened
 * @param now as currently searched
 * @param dots the trials that have a value of it, in order
 * @param best the positions of the best tenth of trials, empty before there are enough
 * @param preferred the preferred value, "" for none
 */
record SpaceRowData(
        String algorithm,
        Dimension whole,
        Dimension now,
        List<Dot> dots,
        List<Double> best,
        Optional<StudySnapshot.Share> share,
        String preferred) {
    /** With fewer trials, the best tenth and the importance are not shown. */
    private static final int ENOUGH = 15;

    private static final double TENTH = .1;

    /** A trial: its position, 0 … 1, and its quality, 0 … 1, NaN if unknown. */
    record Dot(int trial, double place, double good, StudyMark mark) {}

    /** The rows of the part on screen, in the order of its space. */
    static List<SpaceRowData> of(TuneModel model) {
        StudySnapshot study = model.snapshotProperty().get();
        Optional<StudySnapshot.PartNow> part = model.part();
        if (study == null || part.isEmpty()) {
            return List.of();
        }
        List<Trial> trials = model.trials();
        GoalScale scale = GoalScale.of(study, trials, model.metricProperty().get());
        List<Trial> best = best(study, trials);
        List<SpaceRowData> rows = new ArrayList<>();
        List<Dimension> began =
                study.spec().part(part.get().algorithm()).space().dimensions();
        for (Dimension dimension : part.get().space().dimensions()) {
            Dimension whole = began.stream()
                    .filter(d -> d.name().equals(dimension.name()))
                    .findFirst()
                    .filter(d -> holds(d, dimension))
                    .orElse(dimension);
            rows.add(new SpaceRowData(
                    part.get().algorithm(),
                    whole,
                    dimension,
                    dots(model, study, trials, scale, whole),
                    best.stream()
                            .map(t -> place(whole, t))
                            .filter(p -> p >= 0 && p <= 1)
                            .toList(),
                    share(study, part.get(), dimension, trials),
                    part.get().preferred().getOrDefault(dimension.name(), "")));
        }
        return rows;
    }

    /** Whether {@code part} is within {@code whole}, which is false after the user has widened it. */
    private static boolean holds(Dimension whole, Dimension part) {
        if (whole instanceof Dimension.Range range && part instanceof Dimension.Range now) {
            return now.low() >= range.low() && now.high() <= range.high() && (range.zero() || !now.zero());
        }
        return part.count().isPresent() && part.values().stream().allMatch(whole::contains);
    }

    private static Optional<StudySnapshot.Share> share(
            StudySnapshot study, StudySnapshot.PartNow part, Dimension dimension, List<Trial> trials) {
        return trials.size() < ENOUGH
                ? Optional.empty()
                : study.importance().getOrDefault(part.algorithm(), List.of()).stream()
                        .filter(share -> share.name().equals(dimension.name()))
                        .findFirst();
    }

    private static List<Trial> best(StudySnapshot study, List<Trial> trials) {
        double sign = CutoffMetric.worth(study.spec().goal(), 1);
        List<Trial> scored =
                trials.stream().filter(t -> Double.isFinite(t.mean())).toList();
        return scored.size() < ENOUGH
                ? List.of()
                : scored.stream()
                        .sorted(Comparator.comparingDouble(t -> -sign * t.mean()))
                        .limit(Math.max(3, Math.round(TENTH * scored.size())))
                        .toList();
    }

    private static List<Dot> dots(
            TuneModel model, StudySnapshot study, List<Trial> trials, GoalScale scale, Dimension whole) {
        List<Dot> dots = new ArrayList<>();
        for (Trial trial : trials) {
            double place = place(whole, trial);
            if (!Double.isNaN(place)) {
                double figure =
                        GoalScale.figure(study, trial, model.metricProperty().get());
                dots.add(new Dot(
                        trial.number(),
                        Math.max(0, Math.min(1, place)),
                        scale.share(figure),
                        PictureWords.mark(trial)));
            }
        }
        return dots;
    }

    private static double place(Dimension whole, Trial trial) {
        String value = trial.settings().get(whole.name());
        return value == null ? Double.NaN : whole.place(value);
    }
}
