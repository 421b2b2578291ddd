package dev.nara.text;

import java.util.stream.Collectors;

/** Makes foreign text harmless for display: without terminal control, without direction overrides, and not a formula for spreadsheets. */
public final class Neutral {
    private Neutral() {}

    /** The text with a placeholder for every control character except tab and line feed, other line breaks, and direction overrides. */
    public static String of(String text) {
        return text.codePoints().noneMatch(Neutral::acts)
                ? text
                : text.codePoints()
                        .map(c -> acts(c) ? '\ufffd' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The same on one line: line breaks are replaced, too. */
    public static String line(String text) {
        return of(text).replace('\n', '\ufffd');
    }

    /** JSON with control characters escaped, so that programs read the same content and a terminal only shows it. */
    public static String json(String json) {
        return json.codePoints().noneMatch(Neutral::acts)
                ? json
                : json.codePoints()
                        .mapToObj(c -> acts(c) ? String.format("\\u%04x", c) : Character.toString(c))
                        .collect(Collectors.joining());
    }

    private static boolean acts(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n';
        boolean turns = (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
        boolean breaks = c == 0x2028 || c == 0x2029;
        return control || turns || breaks;
    }

    /** A cell that spreadsheets would interpret as a formula, prefixed with an apostrophe; numbers are unchanged. */
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return formula && !isNumber(text) ? "'" + text : text;
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
