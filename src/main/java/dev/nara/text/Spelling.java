package dev.nara.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Normalises the spelling of equal values: numbers in their shortest form, lists without blanks around commas. */
public final class Spelling {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d{1,3})?");
    private static final Pattern BLANKS = Pattern.compile("(?<!\\s)\\s*+,\\s*+");

    private Spelling() {}

    /** The normalised spelling of a value of unknown kind. */
    public static String of(String value) {
        String text = list(value);
        return NUMBER.matcher(text).matches() ? plain(new BigDecimal(text)) : text;
    }

    /** A list separated by commas only. */
    public static String list(String value) {
        return BLANKS.matcher(value.strip()).replaceAll(",");
    }

    /** A whole number from min to max; empty if the text is none. */
    public static Optional<String> whole(String value, long min, long max) {
        try {
            long number = Long.parseLong(value.strip());
            return number >= min && number <= max ? Optional.of(Long.toString(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number from min to max; empty if the text is none. */
    public static Optional<String> number(String value, double min, double max) {
        try {
            double number = Double.parseDouble(value.strip());
            return number >= min && number <= max ? Optional.of(number(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number with as few digits as possible, without an exponent. */
    public static String number(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
