package dev.nara.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads the times that occur in data as {@link LogTime}: seconds or milliseconds since 1970 (also with a fraction), 14
 * digits yyyyMMddHHmmss, 8 digits yyyyMMdd, and ISO dates with or without a time of day, zone or offset. Times with an
 * offset are moved to UTC.
 */
public final class TimeText {
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(100_000_000_000L);

    private TimeText() {}

    /**
     * The time that the text means.
     *
     * @throws IllegalArgumentException if it means none
     */
    public static long parse(String written) {
        String text = written.strip();
        try {
            if (!text.isEmpty() && (text.charAt(0) == '-' || isNumber(text))) {
                return number(text);
            }
            if (text.length() == 10) {
                return LogTime.of(LocalDate.parse(text));
            }
            String iso = text.replace(' ', 'T');
            boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return seconds(
                    zoned
                            ? OffsetDateTime.parse(iso).toEpochSecond()
                            : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != 'e' && c != 'E' && c != '+') {
                return false;
            }
        }
        return true;
    }

    private static long number(String text) {
        boolean digits = text.chars().allMatch(Character::isDigit);
        if (digits && text.length() == 14) {
            return LogTime.ofDigits(text);
        }
        if (digits && text.length() == 8 && (text.startsWith("19") || text.startsWith("20"))) {
            return LogTime.ofDigits(text + "000000");
        }
        if (digits && text.length() < 11) {
            return seconds(Long.parseLong(text));
        }
        BigDecimal value = new BigDecimal(text);
        if (value.precision() - value.scale() > 19) {
            throw new IllegalArgumentException(text);
        }
        boolean millis = value.abs().compareTo(LONGEST_SECONDS) >= 0;
        return value.movePointRight(millis ? 6 : 9)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static long seconds(long epoch) {
        if (Math.abs(epoch) > Long.MAX_VALUE / LogTime.SECOND) {
            throw new IllegalArgumentException(Long.toString(epoch));
        }
        return epoch * LogTime.SECOND;
    }
}
