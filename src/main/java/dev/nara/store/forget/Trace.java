package dev.nara.store.forget;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;

/**
 * One trace of a user.
 *
 * @param what a description
 * @param erasure removes it; repeating it does no harm
 */
public record Trace(Text what, Erasure erasure) {
    /** Removes a trace. */
    @FunctionalInterface
    public interface Erasure {
        void erase() throws DataException, IOException;
    }
}
