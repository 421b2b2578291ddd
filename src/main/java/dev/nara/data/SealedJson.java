package dev.nara.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A JSON object whose first property, {@code sum}, is the checksum of the rest of its text, so that changes made by anything but the
 * program are detected. Other programs can read it as ordinary JSON.
 */
public final class SealedJson {
    private static final String BEGIN = "{\"sum\":\"";
    private static final int DIGITS = 8;
    private static final String END = "\",";

    private SealedJson() {}

    /** The text of an object with its checksum; the object must not be empty. */
    public static String seal(String object) {
        return BEGIN + sum(object) + END + object.substring(1);
    }

    /** Whether a text begins with a checksum. */
    public static boolean isSealed(String text) {
        return text.startsWith(BEGIN);
    }

    /**
     * The text of an object without its checksum.
     *
     * @throws IOException if it has no checksum, or was changed
     */
    public static String open(String text) throws IOException {
        int end = BEGIN.length() + DIGITS;
        if (!isSealed(text) || !text.startsWith(END, end)) {
            throw new IOException("no checksum");
        }
        String object = "{" + text.substring(end + END.length());
        if (!sum(object).equals(text.substring(BEGIN.length(), end))) {
            throw new IOException("checksum");
        }
        return object;
    }

    /**
     * The text of an object without its checksum, if it has one; surrounding blanks are ignored. Earlier versions wrote no checksum, and
     * users who edit a file remove it.
     *
     * @throws IOException if it has a checksum and was changed
     */
    public static String plain(String text) throws IOException {
        String stripped = text.strip();
        return isSealed(stripped) ? open(stripped) : stripped;
    }

    /** The CRC-32 of a text in UTF-8 as eight hexadecimal digits. */
    public static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
