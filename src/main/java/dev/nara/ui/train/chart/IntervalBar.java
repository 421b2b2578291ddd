package dev.nara.ui.train.chart;

import dev.nara.analysis.AgainstPrevious;
import dev.nara.text.BareNumbers;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Draws a difference with its interval as a bar on a scale, with a mark at zero. */
public final class IntervalBar extends Pane {
    private static final double HEIGHT = 30;
    private static final double MARGIN = 22;
    private static final double LINE = 11;

    private final Region line = part("interval-line");
    private final Region bar = part("interval-bar");
    private final Region zero = part("interval-zero");
    private final Region dot = part("interval-dot");
    private final Label low = new Label();
    private final Label high = new Label();
    private final Label middle = new Label();
    private final Label nothing = new Label("0");
    private AgainstPrevious.Interval interval = new AgainstPrevious.Interval(0, -1, 1);

    public IntervalBar() {
        getChildren().setAll(line, bar, zero, dot, low, high, middle, nothing);
        for (Label label : new Label[] {low, high, middle, nothing}) {
            label.getStyleClass().add("caption");
            label.setMinWidth(USE_PREF_SIZE);
        }
        setMinSize(140, HEIGHT);
        setPrefSize(240, HEIGHT);
        setMaxSize(300, HEIGHT);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    public void show(AgainstPrevious.Interval now) {
        interval = now;
        low.setText(BareNumbers.signed(now.low(), 3));
        high.setText(BareNumbers.signed(now.high(), 3));
        middle.setText(BareNumbers.signed(now.difference(), 3));
        requestLayout();
    }

    /** The x coordinate of a difference; the scale covers the interval and always includes zero. */
    public static double x(double difference, AgainstPrevious.Interval interval, double width) {
        double from = Math.min(0, interval.low());
        double to = Math.max(0, interval.high());
        return to == from ? width / 2 : MARGIN + (width - 2 * MARGIN) * (difference - from) / (to - from);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double left = x(interval.low(), interval, width);
        double right = x(interval.high(), interval, width);
        line.resizeRelocate(0, LINE, width, 1);
        bar.resizeRelocate(left, LINE - 3, Math.max(1, right - left), 7);
        zero.resizeRelocate(x(0, interval, width), LINE - 9, 1, 19);
        dot.resizeRelocate(x(interval.difference(), interval, width) - 4, LINE - 4, 9, 9);
        double at = x(interval.difference(), interval, width);
        below(low, left);
        below(high, right);
        below(middle, at);
        below(nothing, x(0, interval, width));
        nothing.setVisible(clear(nothing, low) && clear(nothing, high) && clear(nothing, middle));
        middle.setVisible(clear(middle, low) && clear(middle, high));
    }

    private static boolean clear(Label one, Label other) {
        return one.getLayoutX() + one.getWidth() + 2 < other.getLayoutX()
                || other.getLayoutX() + other.getWidth() + 2 < one.getLayoutX();
    }

    private void below(Label label, double x) {
        double width = label.prefWidth(-1);
        double left = Math.max(0, Math.min(getWidth() - width, x - width / 2));
        label.resizeRelocate(left, HEIGHT - 15, width, 15);
    }
}
