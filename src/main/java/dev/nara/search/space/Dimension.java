package dev.nara.search.space;

import dev.nara.data.DataException;
import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A varied parameter. Its values are mapped to 0 … 1: a value among n choices to (index + .5) / n, a number by its scale. Values are spelt
 * as {@link Spelling} and {@link dev.nara.algorithm.Parameter#normal} spell them.
 */
public sealed interface Dimension {
    /** The name, as in {@code --space NAME=…}. */
    String name();

    /** The condition under which it is active; empty if it always is. */
    Optional<Condition> condition();

    /** The value at a position in 0 … 1; positions outside are taken as the nearest end. */
    String at(double place);

    /** The position of a value: below 0 or above 1 for a number outside the range, NaN for a value without position. */
    double place(String value);

    /** Whether a value is in it. */
    boolean contains(String value);

    /** The number of values; empty if it is continuous. */
    OptionalLong count();

    /** A copy that is active only under a condition. */
    Dimension under(Condition condition);

    /** All values in order; only if it is not continuous. */
    default List<String> values() {
        long count = count().orElseThrow();
        return LongStream.range(0, count).mapToObj(this::value).toList();
    }

    /** The n-th value, counted from 0; only if it is not continuous. */
    String value(long n);

    /**
     * The part from one value to another.
     *
     * @throws DataException if nothing is left or these are not its values
     */
    Dimension narrowed(String low, String high) throws DataException;

    /**
     * The part with these values, in its own order.
     *
     * @throws DataException if nothing is left or these are not its values
     */
    Dimension narrowed(List<String> values) throws DataException;

    /** A dimension is active only if another one has one of these values. */
    record Condition(String name, Set<String> values) {
        public Condition {
            values = Set.copyOf(values);
        }
    }

    /**
     * A range of numbers.
     *
     * @param whole whether only whole numbers are allowed
     * @param log whether the scale is logarithmic
     * @param step between neighbouring values, starting from {@code low}; 0 for none
     * @param zero whether 0 is a value too, in addition to those from low to high
     */
    record Range(
            String name,
            double low,
            double high,
            boolean whole,
            boolean log,
            double step,
            boolean zero,
            Optional<Condition> condition)
            implements Dimension {
        /** Refuses an empty range, and a logarithmic range that is not positive. */
        public Range {
            if (!(low <= high) || (log && !(low > 0)) || step < 0) {
                throw new IllegalArgumentException(name + ": " + low + " .. " + high + ", step " + step);
            }
        }

        /** Always active. */
        public static Range of(String name, double low, double high, boolean whole, boolean log) {
            return new Range(name, low, high, whole, log, 0, false, Optional.empty());
        }

        private NumberScale scale() {
            return new NumberScale(low, high, step > 0 ? step : whole ? 1 : 0, log, zero);
        }

        @Override
        public String at(double place) {
            return Spelling.number(scale().at(place));
        }

        @Override
        public double place(String value) {
            return scale().place(NumberScale.number(value));
        }

        @Override
        public boolean contains(String value) {
            return scale().contains(NumberScale.number(value));
        }

        @Override
        public OptionalLong count() {
            return scale().count();
        }

        @Override
        public String value(long n) {
            return Spelling.number(scale().value(n));
        }

        @Override
        public Range under(Condition only) {
            return new Range(name, low, high, whole, log, step, zero, Optional.of(only));
        }

        @Override
        public Dimension narrowed(String from, String to) throws DataException {
            double first = NumberScale.number(from);
            double last = NumberScale.number(to);
            if (zero && first <= 0 && last >= 0 && last < low) {
                return new Ordered(name, List.of("0"), condition);
            }
            double newLow = scale().from(first);
            double newHigh = Math.min(high, last);
            if (!(newLow <= newHigh)) {
                throw nothing(name, from + ".." + to);
            }
            return new Range(name, newLow, newHigh, whole, log, step, zero && first <= 0, condition);
        }

        @Override
        public Dimension narrowed(List<String> values) throws DataException {
            List<String> kept = values.stream()
                    .filter(this::contains)
                    .map(NumberScale::number)
                    .sorted()
                    .distinct()
                    .map(Spelling::number)
                    .toList();
            if (kept.isEmpty()) {
                throw nothing(name, String.join("|", values));
            }
            return new Ordered(name, kept, condition);
        }
    }

    /** A list of values. */
    sealed interface Listed extends Dimension {
        @Override
        List<String> values();

        @Override
        default String at(double place) {
            return values().get((int) Math.min(values().size() - 1, Math.max(0, Math.floor(place * values().size()))));
        }

        @Override
        default double place(String value) {
            int at = values().indexOf(value);
            return at < 0 ? Double.NaN : (at + .5) / values().size();
        }

        @Override
        default boolean contains(String value) {
            return values().contains(value);
        }

        @Override
        default OptionalLong count() {
            return OptionalLong.of(values().size());
        }

        @Override
        default String value(long n) {
            return values().get((int) n);
        }
    }

    /** Ordered choices, such as sizes of layers from small to large. */
    record Ordered(String name, List<String> values, Optional<Condition> condition) implements Listed {
        /** Refuses an empty list and repeated values. */
        public Ordered {
            values = distinct(name, values);
        }

        @Override
        public Ordered under(Condition only) {
            return new Ordered(name, values, Optional.of(only));
        }

        @Override
        public Dimension narrowed(String low, String high) throws DataException {
            int from = values.indexOf(low);
            int to = values.indexOf(high);
            if (from < 0 || to < from) {
                throw nothing(name, low + ".." + high);
            }
            return new Ordered(name, values.subList(from, to + 1), condition);
        }

        @Override
        public Dimension narrowed(List<String> some) throws DataException {
            return new Ordered(name, kept(name, values, some), condition);
        }
    }

    /** Unordered choices. */
    record Choice(String name, List<String> values, Optional<Condition> condition) implements Listed {
        /** Refuses an empty list and repeated values. */
        public Choice {
            values = distinct(name, values);
        }

        @Override
        public Choice under(Condition only) {
            return new Choice(name, values, Optional.of(only));
        }

        @Override
        public Dimension narrowed(String low, String high) throws DataException {
            return narrowed(List.of(low, high));
        }

        @Override
        public Dimension narrowed(List<String> some) throws DataException {
            return new Choice(name, kept(name, values, some), condition);
        }
    }

    private static List<String> distinct(String name, List<String> values) {
        if (values.isEmpty() || Set.copyOf(values).size() < values.size()) {
            throw new IllegalArgumentException(name + ": " + values);
        }
        return List.copyOf(values);
    }

    private static List<String> kept(String name, List<String> values, List<String> some) throws DataException {
        List<String> kept = values.stream().filter(some::contains).toList();
        if (kept.isEmpty()) {
            throw nothing(name, String.join("|", some));
        }
        return kept;
    }

    private static DataException nothing(String name, String asked) {
        return new DataException(Text.of("space.nothing.left", name, asked), Text.of("space.nothing.left.remedy"));
    }
}
