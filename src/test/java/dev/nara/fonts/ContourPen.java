package dev.nara.fonts;

import com.sun.javafx.geom.Path2D;

/** Draws one closed contour point by point; TrueType leaves out a curve's points halfway between two control points. */
final class ContourPen {
    private final Path2D path;
    private float startX;
    private float startY;
    private boolean bending;
    private float controlX;
    private float controlY;

    ContourPen(Path2D path) {
        this.path = path;
    }

    void start(float x, float y) {
        startX = x;
        startY = y;
        path.moveTo(x, y);
    }

    /** A point on the curve. */
    void curve(float x, float y) {
        if (bending) {
            path.quadTo(controlX, controlY, x, y);
        } else {
            path.lineTo(x, y);
        }
        bending = false;
    }

    /** A point beside the curve that bends it. */
    void control(float x, float y) {
        if (bending) {
            path.quadTo(controlX, controlY, (controlX + x) / 2, (controlY + y) / 2);
        }
        controlX = x;
        controlY = y;
        bending = true;
    }

    void close() {
        if (bending) {
            curve(startX, startY);
        }
        path.closePath();
    }
}
