package dev.nara.data.read.time;

import dev.nara.data.Findings;
import dev.nara.data.LogTime;
import dev.nara.data.read.time.WrittenTime.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Findings on the times of a log. */
final class TimeFindings {
    private static final long YEAR_1900 = LogTime.of(LocalDate.of(1900, 1, 1));

    private final long now;
    private long early;
    private long late;
    private String firstEarly = "";
    private String firstLate = "";
    private String firstLocal = "";
    private String firstSmall = "";

    /** {@code now} is the latest possible time; a day is tolerated because of time zones. */
    TimeFindings(Instant now) {
        this.now = now.getEpochSecond() * LogTime.SECOND + LogTime.DAY;
    }

    void add(Supplier<String> text, WrittenTime cell) {
        if (cell.time() < YEAR_1900) {
            early++;
            firstEarly = firstEarly.isEmpty() ? text.get() : firstEarly;
        } else if (cell.time() > now) {
            late++;
            firstLate = firstLate.isEmpty() ? text.get() : firstLate;
        }
        if (firstSmall.isEmpty() && cell.kind() == Kind.SMALL_NUMBER) {
            firstSmall = text.get();
        }
        if (firstLocal.isEmpty() && cell.kind() == Kind.LOCAL) {
            firstLocal = text.get();
        }
    }

    /** Adds all findings. */
    void addTo(Findings findings, TimeTally tally) {
        switch (tally.kind()) {
            case ONE_INSTANT -> findings.put("times-one-instant", tally.rows(), LogTime.seconds(tally.first()) + " s");
            case NUMBERS ->
                findings.put(
                        "times-are-numbers",
                        tally.rows(),
                        LogTime.seconds(tally.first()) + " … " + LogTime.seconds(tally.last()));
            default -> {
                findings.put("times-before-1900", early, firstEarly);
                findings.put("times-in-future", late, firstLate);
                findings.put("times-too-small", tally.epochs() > 0 ? tally.small() : 0, firstSmall);
            }
        }
        if (tally.instants() > 0) {
            findings.put("times-without-zone", tally.locals(), firstLocal);
        }
    }
}
