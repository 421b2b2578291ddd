package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.text.Numbers;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** How long a run still takes, once that is known: first batches are slower than all others. */
final class EndTime {
    private static final double SECONDS = 3;
    private static final double SHARE = .05;
    private static final double LONG = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private EndTime() {}

    /** Whether so much was trained that the rest can be told: some seconds and a twentieth of the run, or many seconds. */
    static boolean known(RunEvent.Batch batch) {
        double share = batch.seconds() / (batch.seconds() + batch.secondsLeft());
        return Double.isFinite(batch.secondsLeft())
                && (batch.seconds() >= LONG || (batch.seconds() >= SECONDS && share >= SHARE));
    }

    /** The time left in words; "" while it is not known. */
    static String left(RunEvent.Batch batch) {
        return known(batch) ? Numbers.duration(batch.secondsLeft()) : "";
    }

    /** The time of the day at its end; "" while it is not known. */
    static String end(RunEvent.Batch batch, LocalTime now) {
        return known(batch) ? TIME.format(now.plusSeconds(Math.round(batch.secondsLeft()))) : "";
    }
}
