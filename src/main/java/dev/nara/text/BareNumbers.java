package dev.nara.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Formats numbers as in a study's charts: short, without the 0 before the point. */
public final class BareNumbers {
    private static final double HALF_INTERVAL = 1.96;
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e6;

    private BareNumbers() {}

    /** Four digits after the point: .2711; "–" for NaN. */
    public static String figure(double number) {
        return Double.isNaN(number) ? "–" : bare(String.format(Locale.ROOT, "%.4f", number));
    }

    /** Figures by metric: Score .2711, HR@10 .4123. */
    public static String figures(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(each -> each.getKey() + " " + figure(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Half the 95% interval for a standard error, with three digits: .003. */
    public static String margin(double error) {
        return bare(String.format(Locale.ROOT, "%.3f", HALF_INTERVAL * error));
    }

    /** A figure with half its 95% interval, if known: .2711 ± .003. */
    public static String withMargin(double mean, double error) {
        return Double.isNaN(error) ? figure(mean) : figure(mean) + " ± " + margin(error);
    }

    /** A figure with a standard deviation, if known: .2711 ± .0012. */
    public static String withDeviation(double mean, double deviation) {
        return Double.isNaN(deviation) ? figure(mean) : figure(mean) + " ± " + figure(deviation);
    }

    /** A large count: 1.86 M, 930 k, 12. */
    public static String size(double count) {
        if (count >= LARGE) {
            return String.format(Locale.ROOT, "%.2f M", count / LARGE);
        }
        return count >= 10_000 ? Math.round(count / 1000) + " k" : Long.toString(Math.round(count));
    }

    /** A difference with its sign: +.0052, −.0013. */
    public static String signed(double difference) {
        return signed(difference, 4);
    }

    /** The same with {@code digits} digits after the point. */
    public static String signed(double difference, int digits) {
        if (Double.isNaN(difference)) {
            return "–";
        }
        String size = bare(String.format(Locale.ROOT, "%." + digits + "f", Math.abs(difference)));
        boolean nothing = size.chars().allMatch(c -> c == '.' || c == '0');
        return (nothing ? "" : difference < 0 ? "−" : "+") + size;
    }

    /** With {@code digits} digits after the point: .268. */
    public static String rounded(double number, int digits) {
        return bare(String.format(Locale.ROOT, "%." + digits + "f", number));
    }

    /** A value of a setting: a number of up to two significant digits, small ones as 1e-5; a list with dashes. */
    public static String value(String value) {
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value.isEmpty() ? "–" : value.replace(',', '-');
        }
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < LARGE) {
            return Long.toString((long) number);
        }
        if (size < SMALL || size >= LARGE) {
            return String.format(Locale.ROOT, "%.1e", number)
                    .replace(".0e", "e")
                    .replaceAll("e([+-])0", "e$1");
        }
        int digits = Math.max(0, 1 - (int) Math.floor(Math.log10(size)));
        String shown = String.format(Locale.ROOT, "%." + digits + "f", number);
        return bare(shown.contains(".") ? shown.replaceAll("\\.?0+$", "") : shown);
    }

    private static String bare(String number) {
        return number.startsWith("0.")
                ? number.substring(1)
                : number.startsWith("-0.") ? "−" + number.substring(2) : number;
    }
}
