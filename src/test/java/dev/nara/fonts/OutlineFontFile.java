package dev.nara.fonts;

import com.sun.javafx.font.FontStrikeDesc;
import com.sun.javafx.font.PrismFontFile;
import com.sun.javafx.font.PrismFontStrike;
import com.sun.javafx.geom.Path2D;
import com.sun.javafx.geom.transform.BaseTransform;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A font file: JavaFX reads its names, metrics and characters, we its outlines. Refuses fonts other than TrueType. */
@SuppressWarnings("unchecked") // JavaFX declares getStrikeMap raw
final class OutlineFontFile extends PrismFontFile {
    private final TrueTypeOutlines outlines;

    OutlineFontFile(
            String name, String file, int index, boolean register, boolean embedded, boolean copy, boolean tracked)
            throws Exception {
        super(name, file, index, register, embedded, copy, tracked);
        outlines = TrueTypeOutlines.read(ByteBuffer.wrap(Files.readAllBytes(Path.of(getFileName()))), getFontIndex());
    }

    @Override
    protected int[] createGlyphBoundingBox(int glyph) {
        return outlines.bounds(glyph);
    }

    @Override
    protected PrismFontStrike<OutlineFontFile> createStrike(
            float size, BaseTransform transform, int antialiasing, FontStrikeDesc description) {
        return new OutlineStrike(this, size, transform, antialiasing, description);
    }

    /** In pixels, with y down as on the screen; fonts have it up. */
    Path2D outline(int glyph, float size) {
        Path2D outline = outlines.outline(glyph);
        float scale = size / getUnitsPerEm();
        outline.transform(BaseTransform.getScaleInstance(scale, -scale));
        return outline;
    }
}
