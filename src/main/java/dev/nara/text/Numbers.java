package dev.nara.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Formats numbers for window and terminal, the same in every language. */
public final class Numbers {
    private Numbers() {}

    /** Figures by metric, as {@code HR@10 0.4123, NDCG@10 0.2345}. */
    public static String figures(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(each -> each.getKey() + " " + figure(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** 1,234,567. */
    public static String grouped(Number number) {
        return String.format(Locale.ROOT, "%,d", number.longValue());
    }

    /** In its shortest form: 3, 3.5. */
    public static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Two significant digits, for quick measurements. */
    public static String rounded(double number) {
        BigDecimal two = BigDecimal.valueOf(number).round(new MathContext(2));
        return grouped(two.longValue());
    }

    /** Four digits after the point. */
    public static String figure(Number number) {
        return Double.isNaN(number.doubleValue()) ? "" : String.format(Locale.ROOT, "%.4f", number.doubleValue());
    }

    /** Four digits after the point, signed; a difference that rounds to zero has no sign. */
    public static String signed(Number number) {
        if (Double.isNaN(number.doubleValue())) {
            return "";
        }
        String signed = String.format(Locale.ROOT, "%+.4f", number.doubleValue());
        return signed.endsWith("0.0000") && signed.length() == 7 ? signed.substring(1) : signed;
    }

    /** Seconds with two digits after the point. */
    public static String seconds(Number number) {
        return String.format(Locale.ROOT, "%.2f", number.doubleValue());
    }

    /** A probability such as 0.0123, or "< 0.0001". */
    public static String chance(double p) {
        return p < 0.0001 ? "< 0.0001" : figure(p);
    }

    /** Seconds in few digits: <0.1, 0.4, 2.5, 11. */
    public static String shortSeconds(double seconds) {
        if (seconds < 0.05) {
            return "<0.1";
        }
        return seconds >= 9.95 ? Long.toString(Math.round(seconds)) : String.format(Locale.ROOT, "%.1f", seconds);
    }

    /** A share of 1 as a percentage. */
    public static String percent(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f%%", 100 * share);
    }

    /** A probability as a percentage; one that rounds to 0 or 100 is shown as less than 1% or more than 99%. */
    public static String likelihood(double probability) {
        if (probability < 0.005) {
            return "< 1%";
        }
        return probability > 0.995 ? "> 99%" : percent(probability, 0);
    }

    /** Minutes and seconds, with hours if there are any. */
    public static String duration(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
