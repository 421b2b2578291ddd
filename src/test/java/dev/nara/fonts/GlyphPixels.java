package dev.nara.fonts;

import com.sun.javafx.geom.Path2D;
import com.sun.javafx.geom.PathIterator;
import com.sun.javafx.geom.RectBounds;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * The pixels of a glyph: how much of each its shape covers. Made once for each glyph of a strike, for a text that is drawn as shapes
 * takes some ten times as long.
 *
 * @param x the first column, in pixels to the right of where the glyph starts
 * @param y the first row, in pixels below the baseline
 * @param data row by row, 0 … 255 as unsigned bytes
 */
record GlyphPixels(int x, int y, int width, int height, byte[] data) {
    static GlyphPixels of(Path2D shape) {
        RectBounds bounds = shape.getBounds();
        int left = (int) Math.floor(bounds.getMinX());
        int top = (int) Math.floor(bounds.getMinY());
        int width = (int) Math.ceil(bounds.getMaxX()) - left;
        int height = (int) Math.ceil(bounds.getMaxY()) - top;
        if (width <= 0 || height <= 0) {
            return new GlyphPixels(0, 0, 0, 0, new byte[0]);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(-left, -top);
        g.fill(path(shape));
        g.dispose();
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new GlyphPixels(left, top, width, height, data);
    }

    private static GeneralPath path(Path2D shape) {
        GeneralPath path = new GeneralPath(shape.getWindingRule());
        float[] at = new float[6];
        for (PathIterator points = shape.getPathIterator(null); !points.isDone(); points.next()) {
            switch (points.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> path.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> path.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> path.quadTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> path.closePath();
            }
        }
        return path;
    }
}
