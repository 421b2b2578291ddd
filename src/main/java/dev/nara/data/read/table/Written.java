package dev.nara.data.read.table;

import org.jspecify.annotations.Nullable;

/**
 * The format of a delimited file, as far as given.
 *
 * @param delimiter the separator of cells, "" to detect it
 * @param header whether the first row is a header, null to detect it
 */
public record Written(String delimiter, @Nullable Boolean header) {
    /** Everything is to be detected. */
    public static final Written UNKNOWN = new Written("", null);
}
