package dev.nara.battery;

import dev.nara.data.DataException;
import java.io.IOException;
import java.util.List;

/**
 * Something of the program that reads what others wrote.
 *
 * @param seeds whole inputs that it takes
 * @param reading reads any input
 */
record Parser(String name, List<byte[]> seeds, Reading reading) {
    /** Reads an input: a value, or a refusal in the user's words. */
    @FunctionalInterface
    interface Reading {
        /**
         * Reads it.
         *
         * @throws DataException if it is none
         * @throws IOException the same, of what callers tell in their own words
         */
        void of(byte[] input) throws DataException, IOException;
    }
}
