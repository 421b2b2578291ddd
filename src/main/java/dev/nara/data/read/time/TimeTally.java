package dev.nara.data.read.time;

import dev.nara.data.LogCalendar;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Counts the times that were read by kind, and derives their calendar. */
final class TimeTally {
    private long small;
    private long epoch;
    private long zoned;
    private long local;
    private long ordered;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private @Nullable ZoneOffset offset;
    private boolean offsetsDiffer;

    void add(WrittenTime cell) {
        switch (cell.kind()) {
            case SMALL_NUMBER -> small++;
            case EPOCH -> epoch++;
            case LOCAL -> local++;
            case ORDERED -> ordered++;
            case ZONED -> {
                zoned++;
                offsetsDiffer |= offset != null && !offset.equals(cell.offset());
                offset = cell.offset();
            }
        }
        first = Math.min(first, cell.time());
        last = Math.max(last, cell.time());
    }

    long rows() {
        return small + instants() + locals();
    }

    /** The number of times without a zone. */
    long locals() {
        return local + ordered;
    }

    /** The number of times written as numbers since 1970. */
    long epochs() {
        return epoch;
    }

    /** The number of times written as numbers so small that they may not be times. */
    long small() {
        return small;
    }

    /** The number of times that are instants, independent of a zone. */
    long instants() {
        return epoch + zoned;
    }

    /** The earliest time; undefined if there is none. */
    long first() {
        return first;
    }

    /** The latest time; undefined if there is none. */
    long last() {
        return last;
    }

    LogCalendar.Kind kind() {
        if (rows() > 1 && first == last) {
            return LogCalendar.Kind.ONE_INSTANT;
        } else if (small > 0 && small == rows()) {
            return LogCalendar.Kind.NUMBERS;
        } else if (instants() + small > 0) {
            return LogCalendar.Kind.INSTANTS;
        }
        return ordered > 0 ? LogCalendar.Kind.MINUTES : LogCalendar.Kind.LOCAL;
    }

    /** The specified zone, otherwise the common offset of all times, otherwise UTC for instants. */
    @Nullable
    ZoneId zone(@Nullable ZoneId chosen) {
        if (chosen != null || (instants() == 0 && locals() > 0)) {
            return chosen;
        }
        boolean oneOffset = offset != null && !offsetsDiffer && zoned == rows();
        return oneOffset ? offset : ZoneOffset.UTC;
    }
}
