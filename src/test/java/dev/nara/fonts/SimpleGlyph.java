package dev.nara.fonts;

import com.sun.javafx.geom.Path2D;
import java.nio.ByteBuffer;

/** A glyph made of contours of its own: the points of all contours in a row, and where each contour ends. */
final class SimpleGlyph {
    private static final int ON_CURVE = 0x1;
    private static final int X_BYTE = 0x2;
    private static final int Y_BYTE = 0x4;
    private static final int REPEATED = 0x8;
    private static final int X_SAME_OR_POSITIVE = 0x10;
    private static final int Y_SAME_OR_POSITIVE = 0x20;

    private final int[] contourEnds;
    private final byte[] flags;
    private final int[] x;
    private final int[] y;

    private SimpleGlyph(int[] contourEnds, byte[] flags, int[] x, int[] y) {
        this.contourEnds = contourEnds;
        this.flags = flags;
        this.x = x;
        this.y = y;
    }

    /** Reads from behind the glyph's header; its hinting instructions are skipped. */
    static SimpleGlyph read(ByteBuffer in, int contours) {
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = in.getChar() + 1;
        }
        int instructions = in.getChar();
        in.position(in.position() + instructions);
        byte[] flags = flags(in, contours == 0 ? 0 : ends[contours - 1]);
        int[] x = coordinates(in, flags, X_BYTE, X_SAME_OR_POSITIVE);
        int[] y = coordinates(in, flags, Y_BYTE, Y_SAME_OR_POSITIVE);
        return new SimpleGlyph(ends, flags, x, y);
    }

    private static byte[] flags(ByteBuffer in, int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; ) {
            byte flag = in.get();
            int times = (flag & REPEATED) != 0 ? Byte.toUnsignedInt(in.get()) + 1 : 1;
            for (; times > 0 && i < points; times--) {
                flags[i++] = flag;
            }
        }
        return flags;
    }

    /** Kept in the file as steps: none, one byte with its sign among the flags, or two bytes. */
    private static int[] coordinates(ByteBuffer in, byte[] flags, int oneByte, int sameOrPositive) {
        int[] values = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean set = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & oneByte) != 0) {
                int step = Byte.toUnsignedInt(in.get());
                value += set ? step : -step;
            } else if (!set) {
                value += in.getShort();
            }
            values[i] = value;
        }
        return values;
    }

    void draw(Path2D path) {
        int start = 0;
        for (int end : contourEnds) {
            if (end - start > 1) {
                drawContour(new ContourPen(path), start, end);
            }
            start = end;
        }
    }

    private void drawContour(ContourPen pen, int start, int end) {
        int first = start;
        while (first < end && !isOnCurve(first)) {
            first++;
        }
        if (first == end) {
            first = start;
            pen.start((x[start] + x[end - 1]) / 2f, (y[start] + y[end - 1]) / 2f);
            pen.control(x[start], y[start]);
        } else {
            pen.start(x[first], y[first]);
        }
        for (int i = 1; i < end - start; i++) {
            int point = start + (first - start + i) % (end - start);
            if (isOnCurve(point)) {
                pen.curve(x[point], y[point]);
            } else {
                pen.control(x[point], y[point]);
            }
        }
        pen.close();
    }

    private boolean isOnCurve(int point) {
        return (flags[point] & ON_CURVE) != 0;
    }
}
