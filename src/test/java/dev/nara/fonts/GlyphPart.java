package dev.nara.fonts;

import com.sun.javafx.geom.transform.Affine2D;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A glyph used within another, such as a letter under its accent, and where it goes. */
record GlyphPart(int glyph, Affine2D placement) {
    private static final int WORDS = 0x1;
    private static final int OFFSETS = 0x2;
    private static final int SCALE = 0x8;
    private static final int MORE_PARTS = 0x20;
    private static final int SCALE_BY_AXIS = 0x40;
    private static final int MATRIX = 0x80;

    /** The parts of a composite glyph, from behind its header. */
    static List<GlyphPart> read(ByteBuffer in) {
        List<GlyphPart> parts = new ArrayList<>();
        int flags;
        do {
            flags = in.getChar();
            int glyph = in.getChar();
            int x = (flags & WORDS) != 0 ? in.getShort() : in.get();
            int y = (flags & WORDS) != 0 ? in.getShort() : in.get();
            if ((flags & OFFSETS) == 0) {
                // The numbers name points to be joined: rare, and not worth the code here.
                x = 0;
                y = 0;
            }
            parts.add(new GlyphPart(glyph, placement(in, flags, x, y)));
        } while ((flags & MORE_PARTS) != 0);
        return parts;
    }

    private static Affine2D placement(ByteBuffer in, int flags, int x, int y) {
        float scaleX = 1;
        float scaleY = 1;
        float shearX = 0;
        float shearY = 0;
        if ((flags & SCALE) != 0) {
            scaleX = fraction(in);
            scaleY = scaleX;
        } else if ((flags & SCALE_BY_AXIS) != 0) {
            scaleX = fraction(in);
            scaleY = fraction(in);
        } else if ((flags & MATRIX) != 0) {
            scaleX = fraction(in);
            shearY = fraction(in);
            shearX = fraction(in);
            scaleY = fraction(in);
        }
        return new Affine2D(scaleX, shearY, shearX, scaleY, x, y);
    }

    /** A number of 2 bits before and 14 behind the point. */
    private static float fraction(ByteBuffer in) {
        return in.getShort() / 16384f;
    }
}
