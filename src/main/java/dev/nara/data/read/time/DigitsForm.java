package dev.nara.data.read.time;

import dev.nara.data.LogTime;

/**
 * Digits without separators: yyyyMMdd, yyyyMMddHHmm, yyyyMMddHHmmss (with seconds up to 99) or yyyyMMddHHmmssSSS, for the years 1900 to
 * 2099.
 */
final class DigitsForm implements TimeForm {
    static final DigitsForm ANY = new DigitsForm();

    private static final int DAY = 8;
    private static final int MINUTE = 12;
    private static final int SECOND = 14;
    private static final int MILLISECOND = 17;

    private DigitsForm() {}

    /** Whether a text has the length of a date with seconds, and begins like one. */
    static boolean looksDated(String text) {
        return text.length() == SECOND && (text.startsWith("19") || text.startsWith("20"));
    }

    @Override
    public boolean read(String text, WrittenTime into) {
        int length = text.length();
        boolean known = length == DAY || length == MINUTE || length == SECOND || length == MILLISECOND;
        if (!known || !(text.startsWith("19") || text.startsWith("20"))) {
            return false;
        }
        try {
            if (length == MILLISECOND) {
                long second = LogTime.ofDigits(text.substring(0, SECOND));
                return text.charAt(MINUTE) < '6' && into.local(second + milliseconds(text) * LogTime.SECOND / 1000);
            }
            if (length == SECOND) {
                long time = LogTime.ofDigits(text);
                return text.charAt(MINUTE) > '5' ? into.ordered(time) : into.local(time);
            }
            return into.local(LogTime.ofDigits(text + "000000".substring(0, SECOND - length)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static long milliseconds(String text) {
        String last = text.substring(SECOND);
        if (!last.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(text);
        }
        return Long.parseLong(last);
    }
}
