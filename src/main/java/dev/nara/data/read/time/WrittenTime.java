package dev.nara.data.read.time;

import dev.nara.data.LogTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time of one cell: what it means and how much the cell says of its zone. Filled again for every cell. */
final class WrittenTime {
    /** How much a cell says. */
    enum Kind {
        /** A number below a hundred million: perhaps seconds since 1970, perhaps a year or a count. */
        SMALL_NUMBER,
        /** A number since 1970. */
        EPOCH,
        /** A date with a zone or an offset. */
        ZONED,
        /** A date without a zone. */
        LOCAL,
        /** The same as fourteen digits whose last two exceed 59 and are an order. */
        ORDERED
    }

    private Kind kind = Kind.LOCAL;
    private long time;
    private ZoneOffset offset = ZoneOffset.UTC;

    /** A {@link LogTime}; of a date without a zone as if it were in UTC. */
    long time() {
        return time;
    }

    Kind kind() {
        return kind;
    }

    /** Of {@link Kind#ZONED}. */
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

    /** False for a date that no {@link LogTime} holds. */
    boolean local(LocalDateTime written) {
        kind = Kind.LOCAL;
        return set(written.toInstant(ZoneOffset.UTC));
    }

    /** False for a date that no {@link LogTime} holds. */
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
