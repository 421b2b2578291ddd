package dev.nara.search.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A study's budget, exactly one of three kinds; nothing else ends a study.
 *
 * @param minutes of the study's clock, which does not advance in pauses; 0 for no limit
 * @param until a moment, in UTC, ISO 8601; "" for no limit
 * @param trials started, stored ones not counted; 0 for no limit
 */
public record Budget(double minutes, String until, int trials) {
    /** The share of a time budget reserved for confirming the best with further seeds. */
    public static final double CONFIRMATION = 0.1;

    /** Earlier or shorter forms omit unused limits. */
    public Budget(double minutes, @Nullable String until, int trials) {
        this.minutes = minutes;
        this.until = until == null ? "" : until;
        this.trials = trials;
    }

    /** A budget of minutes. */
    public static Budget ofMinutes(double minutes) {
        return new Budget(minutes, "", 0);
    }

    /** A budget until a moment. */
    public static Budget until(Instant moment) {
        return new Budget(0, moment.toString(), 0);
    }

    /** A budget of trials. */
    public static Budget ofTrials(int trials) {
        return new Budget(0, "", trials);
    }

    /** Whether it is a time budget. */
    public boolean timed() {
        return trials == 0;
    }

    /** The same kind of budget, used up: after this many seconds, at that moment, with this many trials started. */
    Budget usedUp(double seconds, String moment, int begun) {
        // A budget of zero would mean no limit.
        return new Budget(
                minutes > 0 ? Math.max(1, seconds) / 60 : 0,
                until.isEmpty() ? "" : moment,
                trials > 0 ? Math.max(1, begun) : 0);
    }

    /** A copy with more of it. */
    public Budget extended(double moreMinutes, int moreTrials) {
        String later = until.isEmpty()
                ? ""
                : Instant.parse(until)
                        .plusMillis(Math.round(moreMinutes * 60_000))
                        .toString();
        return new Budget(minutes > 0 ? minutes + moreMinutes : 0, later, trials > 0 ? trials + moreTrials : 0);
    }
}
