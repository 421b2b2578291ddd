package dev.nara.data.read.table;

import org.jspecify.annotations.Nullable;

/**
 * How a delimited file is written, as far as that is said.
 *
 * @param delimiter what stands between two cells, "" to find it out
 * @param header whether the first row names the columns, null to find it out
 */
public record Written(String delimiter, @Nullable Boolean header) {
    /** Everything is to be found out. */
    public static final Written UNKNOWN = new Written("", null);
}
