package dev.nara.data.read.time;

import dev.nara.data.LogCalendar;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Counts of the times that were read, and what follows from them. */
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

    /** Those that were written without a zone. */
    long locals() {
        return local + ordered;
    }

    /** Numbers since 1970. */
    long epochs() {
        return epoch;
    }

    /** Numbers that are too small to be sure of. */
    long small() {
        return small;
    }

    /** Those that mean an instant wherever they are read. */
    long instants() {
        return epoch + zoned;
    }

    /** The earliest; of no use where there is none. */
    long first() {
        return first;
    }

    /** The latest; of no use where there is none. */
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

    /** The zone that is said; else the one offset of all; else, of instants, UTC. */
    @Nullable
    ZoneId zone(@Nullable ZoneId chosen) {
        if (chosen != null || (instants() == 0 && locals() > 0)) {
            return chosen;
        }
        boolean oneOffset = offset != null && !offsetsDiffer && zoned == rows();
        return oneOffset ? offset : ZoneOffset.UTC;
    }
}
