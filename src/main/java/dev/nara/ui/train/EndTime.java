package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.run.TimeLeft;
import dev.nara.text.Numbers;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** The time that a run still takes, once it can be estimated. */
final class EndTime {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private EndTime() {}

    /** Whether enough was trained for an estimate. */
    static boolean known(RunEvent.Batch batch) {
        return TimeLeft.known(batch.seconds(), batch.secondsLeft());
    }

    /** The seconds left; NaN while they are unknown. */
    static double secondsLeft(RunEvent.Batch batch) {
        return known(batch) ? batch.secondsLeft() : Double.NaN;
    }

    /** The time left as text; "" while it is unknown. */
    static String left(RunEvent.Batch batch) {
        return known(batch) ? Numbers.duration(batch.secondsLeft()) : "";
    }

    /** The time of day at which the run ends; "" while it is unknown. */
    static String end(RunEvent.Batch batch, LocalTime now) {
        return known(batch) ? TIME.format(now.plusSeconds(Math.round(batch.secondsLeft()))) : "";
    }
}
