package dev.nara.store.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** The format in which times are stored, in UTC with four-digit years; code that reads or shows them expects no other. */
public final class StoredTime {
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    private StoredTime() {}

    /**
     * Throws if a text is not such a time.
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
