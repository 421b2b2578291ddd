package dev.nara.run;

import dev.nara.text.Text;
import java.util.concurrent.CancellationException;

/** Thrown if the run no longer belongs to this process: nothing more is stored, and the work on it ends. */
public final class TakenAway extends CancellationException {
    private static final long serialVersionUID = 1L;

    private final long run;

    public TakenAway(long run) {
        super("run " + run + " was taken away");
        this.run = run;
    }

    /** The message for users. */
    Text words() {
        return Text.of("run.taken.away", run);
    }
}
