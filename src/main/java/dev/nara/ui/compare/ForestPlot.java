package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.chart.ForestScale;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The plot of a row in the forest plot: the mean difference as a square with its interval, a dot per seed below, and the common grid lines.
 */
final class ForestPlot extends Pane {
    private static final double SQUARE = 9;
    private static final double SEED = 2.8;
    private static final double CAP = 4;
    private static final double BAR = 1.6;
    private static final double BELOW = 8;

    private @Nullable ComparedRow row;
    private ForestScale scale = new ForestScale(-1, 1, 1);
    private Color colour = Color.TRANSPARENT;
    private Color reference = Color.TRANSPARENT;
    private Colours colours = Colours.of(Theme.LIGHT);

    ForestPlot() {
        setMinWidth(0);
        // The plot has no size of its own and fills the available space.
        setPrefWidth(0);
        setMouseTransparent(true);
    }

    /** Shows a row in its colour; {@code zero} is the colour of the line of no difference. */
    void show(ComparedRow now, ForestScale axis, Color own, Color zero, Colours theme) {
        row = now;
        scale = axis;
        colour = own;
        reference = zero;
        colours = theme;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Node> drawn = new ArrayList<>();
        double height = getHeight();
        for (double tick : scale.ticks()) {
            if (Math.abs(tick) > scale.step() / 2) {
                drawn.add(line(x(tick), 0, x(tick), height, colours.soft(), 1));
            }
        }
        drawn.add(line(x(0), 0, x(0), height, reference, BAR));
        if (row != null) {
            addRow(drawn, row, Math.floor(height / 2) - 2);
        }
        getChildren().setAll(drawn);
    }

    private void addRow(List<Node> drawn, ComparedRow shown, double middle) {
        if (shown.hasInterval()) {
            double low = x(shown.low());
            double high = x(shown.high());
            drawn.add(line(low, middle, high, middle, colour, BAR));
            drawn.add(line(low, middle - CAP, low, middle + CAP, colour, BAR));
            drawn.add(line(high, middle - CAP, high, middle + CAP, colour, BAR));
        }
        if (shown.seeds().size() > 1) {
            for (double seed : shown.seeds()) {
                Circle dot = new Circle(x(seed), middle + BELOW, SEED, colour);
                dot.setStroke(colours.surface());
                drawn.add(dot);
            }
        }
        double at = x(shown.kind() == ComparedRow.Kind.REFERENCE ? 0 : shown.difference());
        if (!Double.isNaN(at)) {
            boolean hollow = shown.kind() == ComparedRow.Kind.TRAINING || (shown.baseline() && !shown.hasInterval());
            Rectangle square = new Rectangle(at - SQUARE / 2, middle - SQUARE / 2, SQUARE, SQUARE);
            square.setFill(hollow ? colours.surface() : colour);
            square.setStroke(hollow ? colour : colours.surface());
            drawn.add(square);
        }
    }

    private double x(double difference) {
        return Math.floor(scale.at(difference, getWidth())) + 0.5;
    }

    private static Line line(double x1, double y1, double x2, double y2, Color colour, double width) {
        Line line = new Line(x1, y1, x2, y2);
        line.setStroke(colour);
        line.setStrokeWidth(width);
        return line;
    }
}
