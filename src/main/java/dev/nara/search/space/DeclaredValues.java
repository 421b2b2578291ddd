package dev.nara.search.space;

import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.SearchRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds a parameter's dimension from its declared search range, extended to include its current value. */
final class DeclaredValues {
    private DeclaredValues() {}

    /**
     * The dimension; empty if the values depend on data.
     *
     * @param now the current value, as {@link Parameter#normal} spells it
     */
    static Optional<Dimension> of(Parameter parameter, SearchRange.Values values, String now) {
        String name = parameter.name();
        if (values instanceof SearchRange.Numbers numbers) {
            return Optional.of(range(parameter, numbers, Double.parseDouble(now)));
        }
        if (values instanceof SearchRange.Ladder ladder) {
            boolean endless = ladder.values().indexOf("0") > 0;
            return Optional.of(new Dimension.Ordered(
                    name,
                    with(ladder.values(), now)
                            .sorted(Comparator.comparingDouble(value -> size(value, endless)))
                            .toList(),
                    Optional.empty()));
        }
        return values instanceof SearchRange.Words words
                ? Optional.of(
                        new Dimension.Choice(name, with(words.values(), now).toList(), Optional.empty()))
                : Optional.empty();
    }

    private static Dimension range(Parameter parameter, SearchRange.Numbers numbers, double now) {
        boolean zero = numbers.zero() || (now == 0 && numbers.log());
        boolean inside = now == 0 && zero;
        return new Dimension.Range(
                parameter.name(),
                inside ? numbers.low() : Math.min(numbers.low(), now),
                inside ? numbers.high() : Math.max(numbers.high(), now),
                parameter instanceof Parameter.Whole,
                numbers.log(),
                numbers.step(),
                zero,
                Optional.empty());
    }

    private static Stream<String> with(List<String> values, String now) {
        return Stream.concat(values.stream(), Stream.of(now)).distinct();
    }

    /**
     * The size of a value on a ladder: the number, or the sum of several.
     *
     * @param endless whether 0 is larger than all others
     */
    private static double size(String value, boolean endless) {
        double size = value.contains("-")
                ? Stream.of(value.split("-", -1)).mapToLong(Long::parseLong).sum()
                : Double.parseDouble(value);
        return size == 0 && endless ? Double.POSITIVE_INFINITY : size;
    }
}
