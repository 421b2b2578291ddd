package dev.nara.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A JSON object whose first property, {@code sum}, is the checksum of the rest of its text: what was changed by anything but the
 * program is told, not taken for true. Other languages read it as any JSON.
 */
public final class SealedJson {
    private static final String BEGIN = "{\"sum\":\"";
    private static final int DIGITS = 8;
    private static final String END = "\",";

    private SealedJson() {}

    /** The text of an object with its sum; the object has a property. */
    public static String seal(String object) {
        return BEGIN + sum(object) + END + object.substring(1);
    }

    /** Whether a text begins as a sealed one does. */
    public static boolean isSealed(String text) {
        return text.startsWith(BEGIN);
    }

    /**
     * The text of an object as it was before it was sealed.
     *
     * @throws IOException if it is no sealed one, or was changed
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
     * The same of a text that may be without a sum, and around which there may be blanks: earlier versions wrote none, and who changes a file on purpose takes it out.
     *
     * @throws IOException if it is sealed and was changed
     */
    public static String plain(String text) throws IOException {
        String stripped = text.strip();
        return isSealed(stripped) ? open(stripped) : stripped;
    }

    /** The CRC-32 of a text in UTF-8, as it stands in files: eight hexadecimal digits. */
    public static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
