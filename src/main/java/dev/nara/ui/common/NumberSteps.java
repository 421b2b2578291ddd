package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.SearchRange;
import dev.nara.text.Spelling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The next sensible number for the plus and minus buttons of a field. */
final class NumberSteps {
    private NumberSteps() {}

    /** The next larger or smaller value; the same value if the next one is invalid or the value is not a number. */
    static String next(Parameter parameter, String value, boolean up) {
        double now;
        try {
            now = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value;
        }
        Optional<SearchRange.Values> tried = parameter.search().map(SearchRange::values);
        double next = tried.isPresent() && tried.get() instanceof SearchRange.Ladder ladder
                ? onLadder(ladder.values(), now, up)
                : parameter instanceof Parameter.Whole ? whole(now, up) : real(tried, now, up);
        return parameter.normal(Spelling.number(next)).orElse(value);
    }

    private static double onLadder(List<String> ladder, double now, boolean up) {
        double past = up ? now * 2 : Math.floor(now / 2);
        return ladder.stream()
                .mapToDouble(Double::parseDouble)
                .filter(rung -> up ? rung > now : rung < now)
                .reduce((a, b) -> up ? Math.min(a, b) : Math.max(a, b))
                .orElse(past);
    }

    /** Steps of 1 below ten, then 5, 50, …, to multiples of the step. */
    private static double whole(double now, boolean up) {
        double size = up ? Math.abs(now) : Math.abs(now) - 1;
        double step = size < 10 ? 1 : Math.pow(10, Math.floor(Math.log10(size))) / 2;
        return up ? Math.floor(now / step + 1) * step : Math.ceil(now / step - 1) * step;
    }

    private static double real(Optional<SearchRange.Values> tried, double now, boolean up) {
        if (tried.isPresent() && tried.get() instanceof SearchRange.Numbers range) {
            if (!range.log()) {
                double to = Math.rint(now / range.step()) + (up ? 1 : -1);
                return BigDecimal.valueOf(range.step())
                        .multiply(BigDecimal.valueOf((long) to))
                        .doubleValue();
            }
            if (range.zero() && (now == 0 || (!up && now <= range.low()))) {
                return up ? range.low() : 0;
            }
        }
        return now == 0 ? 0 : oneTwoFive(now, up);
    }

    /** The next value in the series 1, 2, 5, 10 … */
    private static double oneTwoFive(double now, boolean up) {
        int power = (int) Math.floor(Math.log10(now) + 1e-9);
        double digit = BigDecimal.valueOf(now).movePointLeft(power).doubleValue();
        double next = up ? digit < 2 ? 2 : digit < 5 ? 5 : 10 : digit > 5 ? 5 : digit > 2 ? 2 : digit > 1 ? 1 : .5;
        return BigDecimal.valueOf(next).movePointRight(power).doubleValue();
    }
}
