package dev.nara.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * The state of a trial as a symbol, distinguished by shape first and colour second. Shapes are about 8 wide, centred at 0, 0, to be filled.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nobody changes the shapes.
public enum StudyMark {
    /** A disc. */
    FINISHED(new Ellipse2D.Double(-3.5, -3.5, 7, 7)),
    /** A ring: training or waiting. */
    ALIVE(ring()),
    /** A dash: stopped at a rung. */
    DROPPED(outline(1.6f, -3.5, 0, 3.5, 0)),
    /** A slashed ring: finished, but beyond a limit. */
    OUT_OF_LIMIT(slashed()),
    /** A cross: failed, never to have a figure. */
    FAILED(cross()),
    /** A diamond: tried on the user's request. */
    YOURS(diamond());

    private final transient Shape shape;

    StudyMark(Shape shape) {
        this.shape = shape;
    }

    /** The shape to fill. */
    public Shape shape() {
        return shape;
    }

    private static Area ring() {
        return new Area(new BasicStroke(1.8f).createStrokedShape(new Ellipse2D.Double(-3, -3, 6, 6)));
    }

    private static Area slashed() {
        Area slashed = ring();
        slashed.add(outline(1.6f, -4.5, 5, 4.5, -5));
        return slashed;
    }

    private static Area cross() {
        Area cross = outline(1.8f, -3.2, -3.2, 3.2, 3.2);
        cross.add(outline(1.8f, -3.2, 3.2, 3.2, -3.2));
        return cross;
    }

    private static Shape diamond() {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -4.8);
        diamond.lineTo(4.8, 0);
        diamond.lineTo(0, 4.8);
        diamond.lineTo(-4.8, 0);
        diamond.closePath();
        return diamond;
    }

    private static Area outline(float width, double x, double y, double toX, double toY) {
        Path2D line = new Path2D.Double();
        line.moveTo(x, y);
        line.lineTo(toX, toY);
        return new Area(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line));
    }
}
