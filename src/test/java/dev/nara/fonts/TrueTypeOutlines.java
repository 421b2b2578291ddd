package dev.nara.fonts;

import com.sun.javafx.geom.Path2D;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The glyph outlines of a TrueType font, in font units with y up; refuses fonts with outlines of another kind. After the
 * OpenType specification's tables glyf, loca, head and maxp.
 */
final class TrueTypeOutlines {
    private static final int COLLECTION = tag("ttcf");
    private static final int HEADER_BYTES = 10;
    private static final int DEEPEST_NESTING = 6;

    private final ByteBuffer glyf;
    private final ByteBuffer loca;
    private final boolean longOffsets;
    private final int glyphs;

    private TrueTypeOutlines(ByteBuffer glyf, ByteBuffer loca, boolean longOffsets, int glyphs) {
        this.glyf = glyf;
        this.loca = loca;
        this.longOffsets = longOffsets;
        this.glyphs = glyphs;
    }

    /** The index counts the fonts of a collection; it is 0 for a file of one font. */
    static TrueTypeOutlines read(ByteBuffer file, int index) throws IOException {
        int directory = file.getInt(0) == COLLECTION ? file.getInt(12 + 4 * index) : 0;
        return new TrueTypeOutlines(
                table(file, directory, "glyf"),
                table(file, directory, "loca"),
                table(file, directory, "head").getShort(50) == 1,
                table(file, directory, "maxp").getChar(4));
    }

    private static ByteBuffer table(ByteBuffer file, int directory, String name) throws IOException {
        int tables = file.getChar(directory + 4);
        for (int entry = directory + 12; entry < directory + 12 + 16 * tables; entry += 16) {
            if (file.getInt(entry) == tag(name)) {
                return file.slice(file.getInt(entry + 8), file.getInt(entry + 12));
            }
        }
        throw new IOException("not a TrueType font: no table " + name);
    }

    private static int tag(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    /** The least x and y and the greatest x and y; zeros if there is nothing to draw. */
    int[] bounds(int glyph) {
        if (isEmpty(glyph)) {
            return new int[4];
        }
        int at = offset(glyph) + 2;
        return new int[] {glyf.getShort(at), glyf.getShort(at + 2), glyf.getShort(at + 4), glyf.getShort(at + 6)};
    }

    /** A new path at each call. */
    Path2D outline(int glyph) {
        return outline(glyph, 0);
    }

    private Path2D outline(int glyph, int depth) {
        Path2D path = new Path2D(Path2D.WIND_NON_ZERO);
        if (isEmpty(glyph) || depth > DEEPEST_NESTING) {
            return path;
        }
        int contours = glyf.getShort(offset(glyph));
        ByteBuffer description = glyf.duplicate().position(offset(glyph) + HEADER_BYTES);
        if (contours >= 0) {
            SimpleGlyph.read(description, contours).draw(path);
            return path;
        }
        for (GlyphPart part : GlyphPart.read(description)) {
            path.append(outline(part.glyph(), depth + 1).getPathIterator(part.placement()), false);
        }
        return path;
    }

    private boolean isEmpty(int glyph) {
        return glyph < 0 || glyph >= glyphs || offset(glyph) == offset(glyph + 1);
    }

    private int offset(int glyph) {
        return longOffsets ? loca.getInt(4 * glyph) : 2 * loca.getChar(2 * glyph);
    }
}
