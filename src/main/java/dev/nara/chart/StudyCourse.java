package dev.nara.chart;

import java.util.List;

/**
 * A study until now, as a picture of its best figure shows it.
 *
 * @param budget in minutes
 * @param now in minutes
 * @param bestWords the best now, in words
 * @param ahead what is to come, in words; "" for nothing
 * @param gain the chance of a gain, in words; "" where it is not known
 */
public record StudyCourse(
        double budget,
        double now,
        List<Point> best,
        List<Mark> marks,
        List<Line> lines,
        List<Deed> deeds,
        String bestWords,
        String ahead,
        String gain,
        boolean higherIsBetter) {
    private static final double DEVIATIONS = 1.96;

    /** Copies the lists. */
    public StudyCourse {
        best = List.copyOf(best);
        marks = List.copyOf(marks);
        lines = List.copyOf(lines);
        deeds = List.copyOf(deeds);
    }

    /** The best mean from a minute on; the standard error is NaN where it is not known. */
    public record Point(double minutes, double mean, double error) {
        /** Half of its 95% interval, 0 where that is not known. */
        double half() {
            return Double.isNaN(error) ? 0 : DEVIATIONS * error;
        }
    }

    /**
     * A trial.
     *
     * @param figure NaN where it has none
     * @param selected its place among the selected trials, -1 where it is not
     */
    public record Mark(int trial, double minutes, double figure, StudyMark mark, int selected) {}

    /** What the study is held against. */
    public record Line(String name, double figure, Kind kind) {
        /** How it is drawn. */
        public enum Kind {
            PRESET,
            STARRED,
            OTHER
        }
    }

    /** What somebody did, in words. */
    public record Deed(double minutes, String words) {}
}
