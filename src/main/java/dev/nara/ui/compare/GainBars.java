package dev.nara.ui.compare;

import dev.nara.analysis.Gains;
import dev.nara.ui.common.Colours;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The shares of a group that lost, to the left, and gained, to the right; pale if the mean change is uncertain. */
final class GainBars extends Pane {
    private static final double HEIGHT = 12;
    private static final double PALE = 0.42;

    private final Gains.Bar bar;
    private final double most;
    private final Rectangle left = new Rectangle();
    private final Rectangle right = new Rectangle();
    private final Line middle = new Line();

    GainBars(Gains.Bar bar, double most, Color lost, Color gained, Colours colours) {
        this.bar = bar;
        this.most = most;
        left.setFill(pale(lost, colours));
        right.setFill(pale(gained, colours));
        middle.setStroke(colours.muted());
        getChildren().addAll(left, right, middle);
        setMinWidth(24);
        setPrefSize(24, HEIGHT + 4);
        setMouseTransparent(true);
        left.setVisible(!bar.tooFew());
        right.setVisible(!bar.tooFew());
    }

    private Color pale(Color colour, Colours colours) {
        return bar.unsure() ? colours.surface().interpolate(colour, PALE) : colour;
    }

    @Override
    protected void layoutChildren() {
        double half = getWidth() / 2;
        double top = (getHeight() - HEIGHT) / 2;
        place(left, half - bar.lost() / most * half, bar.lost() / most * half, top);
        place(right, half, bar.gained() / most * half, top);
        middle.setStartX(half);
        middle.setEndX(half);
        middle.setStartY(0);
        middle.setEndY(getHeight());
    }

    private static void place(Rectangle part, double x, double width, double y) {
        part.setX(x);
        part.setY(y);
        part.setWidth(width);
        part.setHeight(HEIGHT);
    }
}
