package dev.nara.fonts;

import com.sun.javafx.font.Glyph;
import com.sun.javafx.geom.Path2D;
import com.sun.javafx.geom.RectBounds;
import com.sun.javafx.geom.Shape;

/** One glyph of a strike: a shape without pixels. */
final class OutlineGlyph implements Glyph {
    private static final byte[] NO_PIXELS = {};

    private final OutlineStrike strike;
    private final int glyph;
    private final Path2D shape;

    OutlineGlyph(OutlineStrike strike, int glyph) {
        this.strike = strike;
        this.glyph = glyph;
        shape = strike.createGlyphOutline(glyph);
    }

    @Override
    public int getGlyphCode() {
        return glyph;
    }

    @Override
    public Shape getShape() {
        return shape;
    }

    @Override
    public RectBounds getBBox() {
        float[] box = strike.getFontResource().getGlyphBoundingBox(glyph, strike.getSize(), new float[4]);
        return new RectBounds(box[0], box[1], box[2], box[3]);
    }

    @Override
    public float getAdvance() {
        return strike.getFontResource().getAdvance(glyph, strike.getSize());
    }

    @Override
    public float getPixelXAdvance() {
        return getAdvance();
    }

    @Override
    public float getPixelYAdvance() {
        return 0;
    }

    @Override
    public boolean isLCDGlyph() {
        return false;
    }

    @Override
    public byte[] getPixelData() {
        return NO_PIXELS;
    }

    @Override
    public byte[] getPixelData(int subPixel) {
        return NO_PIXELS;
    }

    @Override
    public int getWidth() {
        return 0;
    }

    @Override
    public int getHeight() {
        return 0;
    }

    @Override
    public int getOriginX() {
        return 0;
    }

    @Override
    public int getOriginY() {
        return 0;
    }
}
