package dev.nara.store.forget;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;

/**
 * Something that is kept of a user.
 *
 * @param what in words
 * @param erasure takes it away; again does no harm
 */
public record Trace(Text what, Erasure erasure) {
    /** Takes something away. */
    @FunctionalInterface
    public interface Erasure {
        void erase() throws DataException, IOException;
    }
}
