package dev.nara.run;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Locale;

/** Thrown if a run cannot be stored, for instance on a full disk; what was stored before is intact. */
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailed(Exception cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    /** The message for users: the underlying cause if known. */
    Text words() {
        String why = DataException.of(this)
                .map(known -> known.message(Locale.getDefault()))
                .orElse(String.valueOf(getMessage()));
        return Text.of("run.store.failed", why);
    }
}
