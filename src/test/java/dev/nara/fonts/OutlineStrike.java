package dev.nara.fonts;

import com.sun.javafx.font.DisposerRecord;
import com.sun.javafx.font.FontStrikeDesc;
import com.sun.javafx.font.Glyph;
import com.sun.javafx.font.PrismFontStrike;
import com.sun.javafx.geom.Path2D;
import com.sun.javafx.geom.transform.BaseTransform;

/** A font at one size. */
final class OutlineStrike extends PrismFontStrike<OutlineFontFile> {
    OutlineStrike(
            OutlineFontFile file, float size, BaseTransform transform, int antialiasing, FontStrikeDesc description) {
        super(file, size, transform, antialiasing, description);
    }

    @Override
    protected Glyph createGlyph(int glyph) {
        return new OutlineGlyph(this, glyph);
    }

    @Override
    protected Path2D createGlyphOutline(int glyph) {
        return getFontResource().outline(glyph, getSize());
    }

    /** Nothing native to give back. */
    @Override
    protected DisposerRecord createDisposer(FontStrikeDesc description) {
        return null;
    }
}
