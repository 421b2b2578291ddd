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
 */
public record Recipe(
        String format,
        String encoding,
        @Nullable TimeSettings times,
        @Nullable ColumnRoles columns,
        Preparation preparation) {
    /** Everything found out, the default repairs. */
    public static final Recipe USUAL = new Recipe("", "", null, Preparation.USUAL);

    /** What a file leaves out is as usual. */
    public Recipe {
        format = format == null ? "" : format;
        encoding = encoding == null ? "" : encoding;
        times = TimeSettings.FOUND_OUT.equals(times) ? null : times;
        preparation = preparation == null ? Preparation.USUAL : preparation;
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
        return new Recipe(format, encoding, times, columns, other);
    }

    /** The same with times read in another way. */
    public Recipe with(TimeSettings other) {
        return new Recipe(format, encoding, other, columns, preparation);
    }

    /** The same read by another reader in another encoding. */
    public Recipe read(String otherFormat, String otherEncoding) {
        return new Recipe(otherFormat, otherEncoding, times, columns, preparation);
    }
}
