package dev.nara.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A JSON object whose first property, {@code sum}, is the checksum of the rest of its text: what was changed by anything but the
 * program is told, not taken for true. Other languages read it as any JSON.
 */
final class SealedJson {
    private static final String BEGIN = "{\"sum\":\"";
    private static final int DIGITS = 8;
    private static final String END = "\",";

    private SealedJson() {}

    /** The text of an object with its sum; the object has a property. */
    static String seal(String object) {
        return BEGIN + sum(object) + END + object.substring(1);
    }

    /** Whether a text begins as a sealed one does. */
    static boolean isSealed(String text) {
        return text.startsWith(BEGIN);
    }

    /**
     * The text of an object as it was before it was sealed.
     *
     * @throws IOException if it is no sealed one, or was changed
     */
    static String open(String text) throws IOException {
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

    /** The CRC-32 of a text in UTF-8, as it stands in files: eight hexadecimal digits. */
    static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
