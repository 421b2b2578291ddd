package dev.nara.battery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Gives broken files sums that fit, as who writes them on purpose would. Written after the formats' descriptions alone. */
final class Seals {
    private static final Pattern CHECKSUM = Pattern.compile("\"checksum\":\"([0-9a-f]{8})\"");
    private static final Pattern FIRST = Pattern.compile("\\{\"sum\":\"[0-9a-f]{8}\",([^\n]*)(\n?)");
    private static final Pattern LAST = Pattern.compile("(\\S++  [^\n]*)  [0-9a-f]{8}(\n?)");
    private static final Pattern TAIL = Pattern.compile("\\{(\"sum\":\"\\w*\",)?\"sha256\":\"[^\"\n]*\"}\n?$");

    private Seals() {}

    /** Weights with the CRC-32 of the whole file, zeros in its place. */
    static byte[] weights(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher sum = CHECKSUM.matcher(text);
        if (!sum.find()) {
            return file;
        }
        byte[] sealed = file.clone();
        put(sealed, sum.start(1), "00000000");
        CRC32 crc = new CRC32();
        crc.update(sealed);
        put(sealed, sum.start(1), String.format(Locale.ROOT, "%08x", crc.getValue()));
        return sealed;
    }

    private static void put(byte[] bytes, int at, String digits) {
        System.arraycopy(digits.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, digits.length());
    }

    /** Lines of JSON, each with the CRC-32 of the rest of it under "sum", or of what stands before it at its end. */
    static byte[] lines(byte[] file) {
        StringBuilder sealed = new StringBuilder();
        for (String line : new String(file, StandardCharsets.UTF_8).split("(?<=\n)", -1)) {
            Matcher first = FIRST.matcher(line);
            Matcher last = LAST.matcher(line);
            if (first.matches()) {
                sealed.append("{\"sum\":\"" + sum("{" + first.group(1)) + "\"," + first.group(1) + first.group(2));
            } else if (last.matches()) {
                sealed.append(last.group(1) + "  " + sum(last.group(1)) + last.group(2));
            } else {
                sealed.append(line);
            }
        }
        return sealed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** A split with the SHA-256 of its lines before the last. */
    static byte[] split(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        Matcher tail = TAIL.matcher(text);
        if (!tail.find()) {
            return file;
        }
        String lines = text.substring(0, tail.start());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return (lines + "{\"sha256\":\"" + HexFormat.of().formatHex(hash) + "\"}\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
