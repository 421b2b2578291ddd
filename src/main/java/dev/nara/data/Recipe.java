package dev.nara.data;

import org.jspecify.annotations.Nullable;

/**
 * How a source becomes training material: how it is read, and what is done to it. Stored with every run, and as a file.
 *
 * @param format the reader, "" to recognise it
 * @param encoding of the text files, "" to find it out
 * @param times how times are read; null where nothing is said of it
 * @param columns what the columns of a delimited file mean; null for the formats that know it themselves
 * @param preparation what is done to the rows
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
    /** Everything found out, the default repairs. */
    public static final Recipe USUAL = new Recipe("", "", null, Preparation.USUAL);

    /** What a file leaves out is as usual. */
    public Recipe {
        format = format == null ? "" : format;
        encoding = encoding == null ? "" : encoding;
        times = TimeSettings.FOUND_OUT.equals(times) ? null : times;
        preparation = preparation == null ? Preparation.USUAL : preparation;
        badRows = badRows == null || badRows.equals("stop") ? null : badRows;
    }

    /** One without further tables that stops at the first bad row. */
    public Recipe(
            String format,
            String encoding,
            @Nullable TimeSettings times,
            @Nullable ColumnRoles columns,
            Preparation preparation) {
        this(format, encoding, times, columns, preparation, null, null, null);
    }

    /** One that says nothing of times. */
    public Recipe(String format, String encoding, @Nullable ColumnRoles columns, Preparation preparation) {
        this(format, encoding, null, columns, preparation);
    }

    /** How times are read, what is not said to be found out. */
    public TimeSettings timeSettings() {
        return times == null ? TimeSettings.FOUND_OUT : times;
    }

    /** The same with another preparation. */
    public Recipe with(Preparation other) {
        return new Recipe(format, encoding, times, columns, other, items, users, badRows);
    }

    /** The same with other columns. */
    public Recipe with(ColumnRoles other) {
        return new Recipe(format, encoding, times, other, preparation, items, users, badRows);
    }

    /** The same with times read in another way. */
    public Recipe with(TimeSettings other) {
        return new Recipe(format, encoding, other, columns, preparation, items, users, badRows);
    }

    /** The same read by another reader in another encoding. */
    public Recipe read(String otherFormat, String otherEncoding) {
        return new Recipe(otherFormat, otherEncoding, times, columns, preparation, items, users, badRows);
    }

    /** The same with other tables of items and users; null for none. */
    public Recipe joined(@Nullable JoinedTable ofItems, @Nullable JoinedTable ofUsers) {
        return new Recipe(format, encoding, times, columns, preparation, ofItems, ofUsers, badRows);
    }

    /** The same with other treatment of bad rows; null to stop at the first. */
    public Recipe withBadRows(@Nullable String word) {
        return new Recipe(format, encoding, times, columns, preparation, items, users, word);
    }
}
