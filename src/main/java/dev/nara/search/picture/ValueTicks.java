package dev.nara.search.picture;

import dev.nara.search.space.Dimension;
import dev.nara.text.BareNumbers;
import dev.nara.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The values written along a dimension's axis, with positions in 0 … 1. */
final class ValueTicks {
    private static final int MOST = 6;
    private static final double[] ROUND = {1, 2, 5, 10};

    private ValueTicks() {}

    /** A value as text and its position. */
    record Place(double place, String words) {}

    static List<Place> of(Dimension dimension, Locale locale) {
        List<Place> places = new ArrayList<>();
        for (String value : values(dimension)) {
            double place = dimension.place(value);
            if (place >= 0 && place <= 1) {
                places.add(new Place(place, PictureWords.value(dimension.name(), value, locale)));
            }
        }
        return places;
    }

    private static List<String> values(Dimension dimension) {
        if (!(dimension instanceof Dimension.Range range)) {
            List<String> all = dimension.values();
            int stride = (all.size() + 2 * MOST - 1) / (2 * MOST);
            return all.stream().filter(v -> all.indexOf(v) % stride == 0).toList();
        }
        List<Double> numbers = new ArrayList<>();
        if (range.zero()) {
            numbers.add(0.0);
        }
        if (!range.log()) {
            numbers.addAll(even(range.low(), range.high()));
        } else if (range.high() / range.low() >= 99) {
            numbers.addAll(powers(range));
        } else {
            numbers.addAll(doubled(range));
        }
        return numbers.stream().map(Spelling::number).toList();
    }

    /** Round numbers, at most about this many. */
    static List<Double> even(double low, double high) {
        double step = step(high - low);
        List<Double> numbers = new ArrayList<>();
        for (long n = (long) Math.ceil(low / step - 1e-9); n * step <= high + 1e-9 * Math.abs(step); n++) {
            numbers.add(Math.rint(n * step * 1e9) / 1e9);
        }
        return numbers;
    }

    private static double step(double width) {
        if (!(width > 0)) {
            return 1;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(width / (MOST - 1))));
        for (double round : ROUND) {
            if (width / (unit * round) <= MOST - 1) {
                return unit * round;
            }
        }
        return unit * 10;
    }

    private static List<Double> powers(Dimension.Range range) {
        int first = (int) Math.ceil(Math.log10(range.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(range.high()) + 1e-9);
        int stride = Math.max(1, (int) Math.ceil((last - first) / (double) MOST));
        List<Double> numbers = new ArrayList<>();
        for (int n = first; n <= last; n += stride) {
            numbers.add(Double.parseDouble("1e" + n));
        }
        return numbers;
    }

    private static List<Double> doubled(Dimension.Range range) {
        double factor = 2;
        while (Math.log(range.high() / range.low()) / Math.log(factor) > MOST) {
            factor *= 2;
        }
        List<Double> numbers = new ArrayList<>();
        for (double number = range.low(); number <= range.high() * (1 + 1e-9); number *= factor) {
            numbers.add(Double.parseDouble(String.format(Locale.ROOT, "%.3g", number)));
        }
        return numbers;
    }

    /** Ticks for figures from low to high, such as .27. */
    static List<Place> figures(double low, double high) {
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step(high - low)) + 1e-9));
        return even(low, high).stream()
                .map(n -> new Place(n, BareNumbers.rounded(n, digits)))
                .toList();
    }
}
