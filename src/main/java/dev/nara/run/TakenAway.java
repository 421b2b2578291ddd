package dev.nara.run;

import dev.nara.text.Text;
import java.util.concurrent.CancellationException;

/** A run is no longer this program's to work on: nothing more of it is stored, and the work on it ends. */
public final class TakenAway extends CancellationException {
    private static final long serialVersionUID = 1L;

    private final long run;

    public TakenAway(long run) {
        super("run " + run + " was taken away");
        this.run = run;
    }

    /** What is said of it. */
    Text words() {
        return Text.of("run.taken.away", run);
    }
}
