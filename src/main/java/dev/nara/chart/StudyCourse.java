package dev.nara.chart;

import java.util.List;

/**
 * A study until now, for the chart of its best figure.
 *
 * @param budget in minutes
 * @param now in minutes
 * @param bestWords the current best as text
 * @param ahead the prediction as text; "" for none
 * @param gain the chance of a gain as text; "" if unknown
 */
public record StudyCourse(
        double budget,
        double now,
        List<Point> best,
        List<Mark> marks,
        List<Line> lines,
        List<UserAction> actions,
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
        actions = List.copyOf(actions);
    }

    /** The best mean from a minute on; the standard error is NaN if unknown. */
    public record Point(double minutes, double mean, double error) {
        /** Half its 95% interval, 0 if unknown. */
        double half() {
            return Double.isNaN(error) ? 0 : DEVIATIONS * error;
        }
    }

    /**
     * A trial.
     *
     * @param figure NaN if it has none
     * @param selected its index among the selected trials, -1 if it is not selected
     */
    public record Mark(int trial, double minutes, double figure, StudyMark mark, int selected) {}

    /** A reference line of the study. */
    public record Line(String name, double figure, Kind kind) {
        /** How it is drawn. */
        public enum Kind {
            PRESET,
            STARRED,
            OTHER
        }
    }

    /** A user's action as text. */
    public record UserAction(double minutes, String words) {}
}
