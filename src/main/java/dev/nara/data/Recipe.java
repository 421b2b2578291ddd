package dev.nara.data;

import org.jspecify.annotations.Nullable;

/**
 * How to make training data from a source: how to read and how to prepare it. Stored with every run, and as a file.
 *
 * @param format the reader, "" to detect it
 * @param encoding of the text files, "" to detect it
 * @param times how to read times; null if not specified
 * @param columns the roles of the columns of a delimited file; null for formats with known columns
 * @param preparation of the rows
 * @param items a second table that describes the items; null for none
 * @param users a second table that describes the users; null for none
 * @param badRows "skip" to leave out rows that cannot be read; null to stop at the first
 */
public record Recipe(
        String format,
        String encoding,
        @Nullable TimeSettings times,
        @Nullable ColumnRoles columns,
        Preparation preparation,
        @Nullable JoinedTable items,
        @Nullable JoinedTable users,
        @Nullable String badRows) {
    /** Everything detected, with the default repairs. */
    public static final Recipe USUAL = new Recipe("", "", null, Preparation.USUAL);

    /** Values that a file leaves out get their defaults. */
    public Recipe {
        format = format == null ? "" : format;
        encoding = encoding == null ? "" : encoding;
        times = TimeSettings.FOUND_OUT.equals(times) ? null : times;
        preparation = preparation == null ? Preparation.USUAL : preparation;
        badRows = badRows == null || badRows.equals("stop") ? null : badRows;
    }

    /** A recipe without additional tables, which stops at the first bad row. */
    public Recipe(
            String format,
            String encoding,
            @Nullable TimeSettings times,
            @Nullable ColumnRoles columns,
            Preparation preparation) {
        this(format, encoding, times, columns, preparation, null, null, null);
    }

    /** A recipe without settings for times. */
    public Recipe(String format, String encoding, @Nullable ColumnRoles columns, Preparation preparation) {
        this(format, encoding, null, columns, preparation);
    }

    /** How to read times; unspecified settings are to be detected. */
    public TimeSettings timeSettings() {
        return times == null ? TimeSettings.FOUND_OUT : times;
    }

    /** A copy with another preparation. */
    public Recipe with(Preparation other) {
        return new Recipe(format, encoding, times, columns, other, items, users, badRows);
    }

    /** A copy with other columns. */
    public Recipe with(ColumnRoles other) {
        return new Recipe(format, encoding, times, other, preparation, items, users, badRows);
    }

    /** A copy with other settings for times. */
    public Recipe with(TimeSettings other) {
        return new Recipe(format, encoding, other, columns, preparation, items, users, badRows);
    }

    /** A copy with another reader and another encoding. */
    public Recipe read(String otherFormat, String otherEncoding) {
        return new Recipe(otherFormat, otherEncoding, times, columns, preparation, items, users, badRows);
    }

    /** A copy with other tables of items and users; null for none. */
    public Recipe joined(@Nullable JoinedTable ofItems, @Nullable JoinedTable ofUsers) {
        return new Recipe(format, encoding, times, columns, preparation, ofItems, ofUsers, badRows);
    }

    /** A copy with another handling of bad rows; null to stop at the first. */
    public Recipe withBadRows(@Nullable String word) {
        return new Recipe(format, encoding, times, columns, preparation, items, users, word);
    }
}
