package dev.nara.search.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a study may take; one of the three, the others being nothing. Nothing else ends it.
 *
 * @param minutes of its own clock, which stands still in pauses; 0 for no such bound
 * @param until a moment, in UTC as ISO 8601 has it; "" for no such bound
 * @param trials how many are begun beside the stored ones; 0 for no such bound
 */
public record Budget(double minutes, String until, int trials) {
    /** The share of a budget of time that is left for further seeds of the best. */
    public static final double CONFIRMATION = 0.1;

    /** Older or shorter forms leave out what is no bound. */
    public Budget(double minutes, @Nullable String until, int trials) {
        this.minutes = minutes;
        this.until = until == null ? "" : until;
        this.trials = trials;
    }

    /** So many minutes. */
    public static Budget ofMinutes(double minutes) {
        return new Budget(minutes, "", 0);
    }

    /** Until a moment. */
    public static Budget until(Instant moment) {
        return new Budget(0, moment.toString(), 0);
    }

    /** So many trials. */
    public static Budget ofTrials(int trials) {
        return new Budget(0, "", trials);
    }

    /** Whether it is one of time. */
    public boolean timed() {
        return trials == 0;
    }

    /** The same as if it had ended: after so many seconds, at that moment, with so many trials begun. */
    Budget usedUp(double seconds, String moment, int begun) {
        // Nothing at all would be no bound.
        return new Budget(
                minutes > 0 ? Math.max(1, seconds) / 60 : 0,
                until.isEmpty() ? "" : moment,
                trials > 0 ? Math.max(1, begun) : 0);
    }

    /** The same with more of it. */
    public Budget extended(double moreMinutes, int moreTrials) {
        String later = until.isEmpty()
                ? ""
                : Instant.parse(until)
                        .plusMillis(Math.round(moreMinutes * 60_000))
                        .toString();
        return new Budget(minutes > 0 ? minutes + moreMinutes : 0, later, trials > 0 ? trials + moreTrials : 0);
    }
}
