package dev.nara.ui.tune;

import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import java.util.Locale;

/** Numbers as the workspace spells them: short, without the 0 before the point. */
final class TuneFigures {
    private static final double HALF_INTERVAL = 1.96;

    private TuneFigures() {}

    /** Four digits after the point: .2711; "–" where there is none. */
    static String figure(double number) {
        return Double.isNaN(number) ? "–" : bare(String.format(Locale.ROOT, "%.4f", number));
    }

    /** Three digits after the point, for scales: .271. */
    static String short3(double number) {
        return bare(String.format(Locale.ROOT, "%.3f", number));
    }

    /** Half the 95 % interval of a standard error, with three digits: .003. */
    static String margin(double error) {
        return bare(String.format(Locale.ROOT, "%.3f", HALF_INTERVAL * error));
    }

    /** A difference with its sign: +.0052, −.0013. */
    static String signed(double difference) {
        if (Double.isNaN(difference)) {
            return "–";
        }
        String size = bare(String.format(Locale.ROOT, "%.4f", Math.abs(difference)));
        return (size.equals(".0000") ? "" : difference < 0 ? "−" : "+") + size;
    }

    /** A value of a setting: a number of up to three digits, small ones as 1e-5, layers with dashes. */
    static String value(String value) {
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value.isEmpty() ? "–" : value.replace(',', '-');
        }
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e6) {
            return Long.toString((long) number);
        }
        if (size < 1e-4 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.1e", number)
                    .replaceAll("\\.0e", "e")
                    .replaceAll("e([+-])0", "e$1");
        }
        int digits = Math.max(0, 1 - (int) Math.floor(Math.log10(size)));
        String shown = String.format(Locale.ROOT, "%." + digits + "f", number);
        return bare(shown.contains(".") ? shown.replaceAll("\\.?0+$", "") : shown);
    }

    private static String bare(String number) {
        if (number.startsWith("0.")) {
            return number.substring(1);
        }
        return number.startsWith("-0.") ? "-" + number.substring(2) : number;
    }

    /** The figure of a metric that a trial is seen by; NaN where it has none. */
    static double of(StudySnapshot study, Trial trial, String metric) {
        return metric.isEmpty() || metric.equals(study.spec().goal())
                ? trial.mean()
                : trial.metrics().getOrDefault(metric, Double.NaN);
    }
}
