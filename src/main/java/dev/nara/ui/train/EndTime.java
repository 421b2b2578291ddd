package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.run.TimeLeft;
import dev.nara.text.Numbers;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** How long a run still takes, once that is known. */
final class EndTime {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private EndTime() {}

    /** Whether so much was trained that the rest can be told. */
    static boolean known(RunEvent.Batch batch) {
        return TimeLeft.known(batch.seconds(), batch.secondsLeft());
    }

    /** The time left; NaN while it is not known. */
    static double secondsLeft(RunEvent.Batch batch) {
        return known(batch) ? batch.secondsLeft() : Double.NaN;
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
