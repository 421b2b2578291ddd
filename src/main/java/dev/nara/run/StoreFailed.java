package dev.nara.run;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Locale;

/** A run's record cannot be written, as when a disk is full; what was written before is whole. */
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailed(Exception cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    /** What is said of it: its true cause where that is known. */
    Text words() {
        String why = DataException.told(this)
                .map(known -> known.message(Locale.getDefault()))
                .orElse(String.valueOf(getMessage()));
        return Text.of("run.store.failed", why);
    }
}
