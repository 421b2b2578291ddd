package dev.nara.fonts;

import com.sun.javafx.font.Glyph;
import com.sun.javafx.geom.Path2D;
import com.sun.javafx.geom.RectBounds;
import com.sun.javafx.geom.Shape;
import org.jspecify.annotations.Nullable;

/** One glyph of a strike, as a shape and as pixels. */
final class OutlineGlyph implements Glyph {
    private final OutlineStrike strike;
    private final int glyph;
    private final Path2D shape;
    private @Nullable GlyphPixels pixels;

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
        return pixels().data();
    }

    @Override
    public byte[] getPixelData(int subPixel) {
        return getPixelData();
    }

    @Override
    public int getWidth() {
        return pixels().width();
    }

    @Override
    public int getHeight() {
        return pixels().height();
    }

    @Override
    public int getOriginX() {
        return pixels().x();
    }

    @Override
    public int getOriginY() {
        return pixels().y();
    }

    private GlyphPixels pixels() {
        if (pixels == null) {
            pixels = GlyphPixels.of(shape);
        }
        return pixels;
    }
}
