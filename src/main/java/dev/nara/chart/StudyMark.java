package dev.nara.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** How a trial of a study stands, told by a shape first and a colour second. Shapes are about 8 wide, around 0, 0, to be filled. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody changes the shapes.
public enum StudyMark {
    /** A disc. */
    FINISHED(new Ellipse2D.Double(-3.5, -3.5, 7, 7)),
    /** A ring: trains or waits. */
    ALIVE(ring()),
    /** A dash: left at a rung. */
    DROPPED(outline(1.6f, -3.5, 0, 3.5, 0)),
    /** A slashed ring: finished, but not within the limits. */
    OUT_OF_LIMIT(slashed()),
    /** A cross: has no figure and never will. */
    FAILED(cross()),
    /** A diamond: what somebody tried. */
    YOURS(diamond());

    private final transient Shape shape;

    StudyMark(Shape shape) {
        this.shape = shape;
    }

    /** To be filled. */
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
