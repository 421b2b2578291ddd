package dev.nara.store.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** Times as the program writes them, in UTC and of four-digit years; what writes or shows them knows no others. */
public final class StoredTime {
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    private StoredTime() {}

    /**
     * Makes sure that a text is such a time.
     *
     * @throws DateTimeException if it is not
     */
    public static void check(String text) {
        if (!UTC.matcher(text).matches()) {
            throw new DateTimeException(text);
        }
        Instant.parse(text);
    }
}
