package dev.nara.store.folder;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Checksums of what is stored as text: what was changed by anything but the program is told, not taken for true. */
public final class Sums {
    private Sums() {}

    /** The CRC-32 of texts, each ended so that none can pass into the next. */
    public static long of(String... texts) {
        CRC32 sum = new CRC32();
        for (String text : texts) {
            sum.update(text.getBytes(StandardCharsets.UTF_8));
            sum.update(0);
        }
        return sum.getValue();
    }

    /** Why a value cannot be read, in the words of what read it but for names of code. */
    public static String said(RuntimeException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\b(\\w+\\.)+\\w*(Exception|Error): ", "");
    }

    /**
     * Makes sure that texts are what they were.
     *
     * @param stored their sum; null where an earlier version stored none
     * @throws IllegalStateException if they are not
     */
    public static void check(@Nullable Object stored, String... texts) {
        check(stored, of(texts));
    }

    /** The same where their sum is known. */
    public static void check(@Nullable Object stored, long found) {
        if (stored != null && !(stored instanceof Number sum && sum.longValue() == found)) {
            throw new IllegalStateException("checksum");
        }
    }
}
