package dev.nara.data.read.time;

import dev.nara.data.LogTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time in a cell: its value, and whether the cell specifies a zone. Reused for all cells. */
final class WrittenTime {
    /** The kind of a time. */
    enum Kind {
        /** A number below a hundred million: seconds since 1970, or possibly a year or a count. */
        SMALL_NUMBER,
        /** A number since 1970. */
        EPOCH,
        /** A date with a zone or an offset. */
        ZONED,
        /** A date without a zone. */
        LOCAL,
        /** A date without a zone, of 14 digits whose last two exceed 59 and give the order within a minute. */
        ORDERED
    }

    private Kind kind = Kind.LOCAL;
    private long time;
    private ZoneOffset offset = ZoneOffset.UTC;

    /** The time as a {@link LogTime}; a date without a zone is treated as UTC. */
    long time() {
        return time;
    }

    Kind kind() {
        return kind;
    }

    /** The offset of a time of kind {@link Kind#ZONED}. */
    ZoneOffset offset() {
        return offset;
    }

    boolean number(long nanoseconds, boolean small) {
        kind = small ? Kind.SMALL_NUMBER : Kind.EPOCH;
        time = nanoseconds;
        return true;
    }

    boolean local(long nanoseconds) {
        kind = Kind.LOCAL;
        time = nanoseconds;
        return true;
    }

    void typed(long nanoseconds, boolean instant) {
        kind = instant ? Kind.ZONED : Kind.LOCAL;
        offset = ZoneOffset.UTC;
        time = nanoseconds;
    }

    boolean ordered(long nanoseconds) {
        kind = Kind.ORDERED;
        time = nanoseconds;
        return true;
    }

    /** Returns false for a date outside of the range of {@link LogTime}. */
    boolean local(LocalDateTime written) {
        kind = Kind.LOCAL;
        return set(written.toInstant(ZoneOffset.UTC));
    }

    /** Returns false for a date outside of the range of {@link LogTime}. */
    boolean zoned(LocalDateTime written, ZoneOffset at) {
        kind = Kind.ZONED;
        offset = at;
        return set(written.toInstant(at));
    }

    private boolean set(Instant instant) {
        if (Math.abs(instant.getEpochSecond()) >= Long.MAX_VALUE / LogTime.SECOND) {
            return false;
        }
        time = instant.getEpochSecond() * LogTime.SECOND + instant.getNano();
        return true;
    }
}
