package dev.nara.data.read.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an array's values: NumPy's {@code <i8}, {@code |S10}, {@code <M8[ns]} and so on. Half-precision floats, complex numbers and
 * objects are not supported.
 *
 * @param kind one of {@code b i u f S U M}
 * @param bytes the size of a value
 * @param order of them
 * @param perSecond for times, the number of units per second
 */
record NumpyType(char kind, int bytes, ByteOrder order, long perSecond) {
    private static final Pattern WRITTEN = Pattern.compile("([<>|=]?)([biufSUM])(\\d{1,6})(\\[[a-zA-Z]{1,2}])?");
    private static final Map<String, Long> UNITS =
            Map.of("[s]", 1L, "[ms]", 1_000L, "[us]", 1_000_000L, "[ns]", 1_000_000_000L);
    private static final long DAY = -86_400;
    private static final double WHOLE = 1e15;

    /** The type with a name; empty if it is not supported. */
    static Optional<NumpyType> of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        char kind = matcher.group(2).charAt(0);
        int count = Integer.parseInt(matcher.group(3));
        boolean fits =
                switch (kind) {
                    case 'b' -> count == 1;
                    case 'i', 'u' -> count == 1 || count == 2 || count == 4 || count == 8;
                    case 'f' -> count == 4 || count == 8;
                    case 'M' -> count == 8;
                    default -> true;
                };
        String unit = String.valueOf(matcher.group(4));
        long perSecond = unit.equals("[D]") ? DAY : UNITS.getOrDefault(unit, 0L);
        if (!fits || (kind == 'M') != (perSecond != 0)) {
            return Optional.empty();
        }
        ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return Optional.of(new NumpyType(kind, kind == 'U' ? 4 * count : count, order, perSecond));
    }

    boolean isText() {
        return kind == 'S' || kind == 'U';
    }

    /** The value as a whole number, rounded down. */
    long whole(ByteBuffer from, int offset) {
        if (kind == 'f') {
            return (long) fraction(from, offset);
        }
        ByteBuffer data = from.order(order);
        boolean signed = kind == 'i' || kind == 'M';
        return switch (bytes) {
            case 1 -> signed ? data.get(offset) : Byte.toUnsignedLong(data.get(offset));
            case 2 -> signed ? data.getShort(offset) : Short.toUnsignedLong(data.getShort(offset));
            case 4 -> signed ? data.getInt(offset) : Integer.toUnsignedLong(data.getInt(offset));
            default -> data.getLong(offset);
        };
    }

    private double fraction(ByteBuffer from, int offset) {
        ByteBuffer data = from.order(order);
        return bytes == 4 ? data.getFloat(offset) : data.getDouble(offset);
    }

    /** The number at a place. */
    double number(ByteBuffer from, int offset) {
        return kind == 'f' ? fraction(from, offset) : whole(from, offset);
    }

    /** The value as text: whole numbers without a fraction, "" for NaN and NaT. */
    String text(ByteBuffer from, int offset) {
        return switch (kind) {
            case 'S' -> latin(from, offset);
            case 'U' -> unicode(from, offset);
            case 'M' -> time(whole(from, offset));
            case 'f' -> number(fraction(from, offset));
            default -> kind == 'u' ? Long.toUnsignedString(whole(from, offset)) : Long.toString(whole(from, offset));
        };
    }

    private String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < WHOLE;
        return isWhole
                ? Long.toString((long) value)
                : bytes == 4 ? Float.toString((float) value) : Double.toString(value);
    }

    private String latin(ByteBuffer from, int offset) {
        int end = bytes;
        while (end > 0 && from.get(offset + end - 1) == 0) {
            end--;
        }
        byte[] text = new byte[end];
        from.get(offset, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private String unicode(ByteBuffer from, int offset) {
        StringBuilder text = new StringBuilder();
        for (int place = offset; place < offset + bytes; place += 4) {
            int code = from.order(order).getInt(place);
            if (code == 0) {
                break;
            }
            text.appendCodePoint(Character.isValidCodePoint(code) ? code : 0xFFFD);
        }
        return text.toString();
    }

    private String time(long units) {
        if (units == Long.MIN_VALUE) {
            return "";
        }
        long second = perSecond == DAY ? units * -DAY : Math.floorDiv(units, perSecond);
        long nanos = perSecond == DAY ? 0 : Math.floorMod(units, perSecond) * (1_000_000_000L / perSecond);
        boolean near = Math.abs(second) < 1L << 40;
        return near
                ? LocalDateTime.ofEpochSecond(second, (int) nanos, ZoneOffset.UTC)
                        .toString()
                : Long.toString(units);
    }
}
