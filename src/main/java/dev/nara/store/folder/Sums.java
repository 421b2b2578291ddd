package dev.nara.store.folder;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Checksums of stored texts, to detect and report changes made by anything but the program. */
public final class Sums {
    private Sums() {}

    /** The CRC-32 of texts, each followed by a zero byte to separate them. */
    public static long of(String... texts) {
        CRC32 sum = new CRC32();
        for (String text : texts) {
            sum.update(text.getBytes(StandardCharsets.UTF_8));
            sum.update(0);
        }
        return sum.getValue();
    }

    /** The message of an exception, without names of exception classes. */
    public static String said(RuntimeException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\b(\\w+\\.)+\\w*(Exception|Error): ", "");
    }

    /**
     * Throws if texts were changed.
     *
     * @param stored their checksum; null if an earlier version stored none
     * @throws IllegalStateException if they were
     */
    public static void check(@Nullable Object stored, String... texts) {
        check(stored, of(texts));
    }

    /** Throws if a checksum differs from the stored one. */
    public static void check(@Nullable Object stored, long found) {
        if (stored != null && !(stored instanceof Number sum && sum.longValue() == found)) {
            throw new IllegalStateException("checksum");
        }
    }
}
