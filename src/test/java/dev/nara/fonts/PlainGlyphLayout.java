package dev.nara.fonts;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.TextRun;

/**
 * Lays out the text that JavaFX counts as complex (it does the rest itself) with one glyph a character: enough for
 * Hangul syllables, but without the joining and stacking that Arabic or Thai need.
 */
final class PlainGlyphLayout extends GlyphLayout {
    @Override
    public void layout(TextRun run, PGFont font, FontStrike strike, char[] text) {
        int start = run.getStart();
        int end = start + run.getLength();
        int count = Character.codePointCount(text, start, run.getLength());
        boolean leftToRight = (run.getLevel() & 1) == 0;
        FontResource resource = font.getFontResource();
        CharToGlyphMapper mapper = resource.getGlyphMapper();
        int[] glyphs = new int[count];
        int[] characters = new int[count];
        int next = leftToRight ? 0 : count - 1;
        for (int at = start; at < end; ) {
            int codePoint = Character.codePointAt(text, at, end);
            glyphs[next] = mapper.charToGlyph(codePoint);
            characters[next] = at - start;
            next += leftToRight ? 1 : -1;
            at += Character.charCount(codePoint);
        }
        run.shape(count, glyphs, positions(glyphs, resource, font.getSize()), characters);
    }

    /** The x and y of each glyph, and of the end. */
    private static float[] positions(int[] glyphs, FontResource resource, float size) {
        float[] positions = new float[2 * glyphs.length + 2];
        for (int i = 0; i < glyphs.length; i++) {
            positions[2 * i + 2] = positions[2 * i] + resource.getAdvance(glyphs[i], size);
        }
        return positions;
    }
}
