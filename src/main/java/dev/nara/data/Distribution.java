package dev.nara.data;

import dev.nara.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The distribution of an attribute's values: distinct numbers or ranges in order, or the most frequent texts. */
public final class Distribution {
    private static final int MOST_BARS = 16;

    private Distribution() {}

    /** A value or a range of values, with its number of users or items. */
    public record Bar(String label, int count) {}

    /** At most 16 bars; missing values are left out. */
    public static List<Bar> of(Attributes attributes, String column) {
        if (!attributes.isNumeric(column)) {
            return attributes.counts(column).stream()
                    .limit(MOST_BARS)
                    .map(c -> new Bar(c.getKey(), c.getValue()))
                    .toList();
        }
        double[] known = Arrays.stream(attributes.numbers(column))
                .filter(n -> !Double.isNaN(n))
                .sorted()
                .toArray();
        double[] distinct = Arrays.stream(known).distinct().toArray();
        return distinct.length <= MOST_BARS ? values(known, distinct) : ranges(known);
    }

    private static List<Bar> values(double[] known, double[] distinct) {
        List<Bar> bars = new ArrayList<>();
        for (double value : distinct) {
            bars.add(new Bar(Numbers.plain(value), (int)
                    Arrays.stream(known).filter(n -> n == value).count()));
        }
        return bars;
    }

    /** Ranges of equal width from the smallest to the largest; the last includes its upper bound. */
    private static List<Bar> ranges(double[] known) {
        double low = known[0];
        double width = (known[known.length - 1] - low) / MOST_BARS;
        double unit = Math.pow(10, Math.floor(Math.log10(width)) - 1);
        int[] counts = new int[MOST_BARS];
        for (double number : known) {
            counts[Math.min(MOST_BARS - 1, (int) ((number - low) / width))]++;
        }
        List<Bar> bars = new ArrayList<>();
        for (int b = 0; b < MOST_BARS; b++) {
            bars.add(new Bar(bound(low + b * width, unit) + " – " + bound(low + (b + 1) * width, unit), counts[b]));
        }
        return bars;
    }

    /** A bound rounded to two digits of a range's width, so that all ranges have different labels. */
    private static String bound(double number, double unit) {
        return BigDecimal.valueOf(Math.round(number / unit))
                .multiply(BigDecimal.valueOf(unit))
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
