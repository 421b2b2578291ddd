package dev.nara.chart;

import dev.nara.chart.StudyCourse.Line;
import dev.nara.chart.StudyCourse.Mark;
import dev.nara.chart.StudyCourse.Point;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jfree.data.Range;

/** Which figures of a study are within the chart of the best so far, and the note on the others. */
final class BestRange {
    private static final double FITTED = 2 / 3.0;
    private static final double HEADROOM = .16;
    private static final double FOOTROOM = .08;

    private BestRange() {}

    /** The range around the best two thirds of the figures, the stair, and lines no further from these than their spread. */
    static Range of(StudyCourse course) {
        List<Double> kept = new ArrayList<>();
        Comparator<Double> best = course.higherIsBetter() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Double> figures = course.marks().stream()
                .map(Mark::figure)
                .filter(Double::isFinite)
                .sorted(best)
                .toList();
        kept.addAll(figures.subList(0, (int) Math.ceil(FITTED * figures.size())));
        for (Point point : course.best()) {
            kept.add(point.mean() - point.half());
            kept.add(point.mean() + point.half());
        }
        if (kept.isEmpty()) {
            course.lines().forEach(line -> kept.add(line.figure()));
        }
        Range range = around(kept);
        for (Line line : course.lines()) {
            if (Range.expand(range, 1, 1).contains(line.figure())) {
                range = Range.expandToInclude(range, line.figure());
            }
        }
        double length =
                range.getLength() > 0 ? range.getLength() : Math.max(1e-4, Math.abs(range.getLowerBound()) / 10);
        return new Range(range.getLowerBound() - FOOTROOM * length, range.getUpperBound() + HEADROOM * length);
    }

    /** Whether there is any figure to be seen. */
    static boolean known(StudyCourse course) {
        return !course.best().isEmpty()
                || !course.lines().isEmpty()
                || course.marks().stream().anyMatch(mark -> Double.isFinite(mark.figure()));
    }

    private static Range around(List<Double> figures) {
        return new Range(
                figures.stream().mapToDouble(d -> d).min().orElse(0),
                figures.stream().mapToDouble(d -> d).max().orElse(1));
    }

    /** The trials and lines beyond the worse end of the axis. */
    static List<String> below(StudyCourse course, Range range, Locale locale) {
        long trials = course.marks().stream()
                .filter(mark -> beyond(mark.figure(), course, range))
                .count();
        List<String> below = new ArrayList<>();
        if (trials > 0) {
            below.add(Text.of(course.higherIsBetter() ? "chart.best.lower" : "chart.best.higher", trials)
                    .in(locale));
        }
        course.lines().stream()
                .filter(line -> beyond(line.figure(), course, range))
                .forEach(line -> below.add(line.name() + " " + BareNumbers.figure(line.figure())));
        return below;
    }

    private static boolean beyond(double figure, StudyCourse course, Range range) {
        return course.higherIsBetter() ? figure < range.getLowerBound() : figure > range.getUpperBound();
    }
}
