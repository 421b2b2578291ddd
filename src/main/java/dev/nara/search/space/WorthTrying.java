package dev.nara.search.space;

import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.SearchRange;
import dev.nara.text.Spelling;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Suggests values to try in addition to a parameter's current one. */
public final class WorthTrying {
    private WorthTrying() {}

    /** The value among a few others, such as 8, 16, 32 for 16, in order; the value alone if there is nothing to suggest. */
    public static List<String> around(Parameter parameter, String value) {
        String now = parameter.normal(value).orElse(parameter.defaultValue());
        Optional<SearchRange.Values> tried = parameter.search().map(SearchRange::values);
        List<String> all;
        if (tried.isPresent() && tried.get() instanceof SearchRange.Ladder ladder) {
            all = neighbours(
                    DeclaredValues.of(parameter, ladder, now).orElseThrow().values(), now);
        } else if (tried.isPresent() && tried.get() instanceof SearchRange.Numbers numbers) {
            all = numbers(numbers, parameter instanceof Parameter.Whole, Double.parseDouble(now));
        } else if (parameter instanceof Parameter.Choice choice) {
            all = choice.options();
        } else if (parameter instanceof Parameter.Suggested suggested && !now.isEmpty()) {
            all = Stream.concat(Stream.of(now), suggested.suggestions().stream())
                    .toList();
        } else {
            all = parameter instanceof Parameter.Whole ? halfAndDouble(Double.parseDouble(now), true) : List.of(now);
        }
        return all.stream()
                .flatMap(each -> parameter.normal(each).stream())
                .distinct()
                .toList();
    }

    /** Up to three neighbours on a ladder that contains the value. */
    private static List<String> neighbours(List<String> ladder, String now) {
        int from = Math.max(0, Math.min(ladder.indexOf(now) - 1, ladder.size() - 3));
        return ladder.subList(from, Math.min(ladder.size(), from + 3));
    }

    private static List<String> numbers(SearchRange.Numbers range, boolean whole, double now) {
        if (range.log() && now == 0) {
            double factor = Math.cbrt(range.high() / range.low());
            return spelt(DoubleStream.of(0, range.low() * factor, range.low() * factor * factor), whole);
        }
        if (range.log()) {
            return whole ? halfAndDouble(now, true) : spelt(DoubleStream.of(now / 3, now, now * 3), false);
        }
        double step = 2 * range.step();
        double first = Math.max(Math.min(now, range.low()), Math.min(now - step, range.high() - 2 * step));
        return spelt(DoubleStream.of(first, first + step, first + 2 * step), whole);
    }

    private static List<String> halfAndDouble(double now, boolean whole) {
        return now < 2
                ? spelt(DoubleStream.of(now, now + 1, now + 2), whole)
                : spelt(DoubleStream.of(now / 2, now, now * 2), whole);
    }

    private static List<String> spelt(DoubleStream numbers, boolean whole) {
        List<String> all = new ArrayList<>();
        numbers.forEach(number -> all.add(
                whole
                        ? Long.toString(Math.round(number))
                        : Spelling.number(new BigDecimal(number)
                                .round(new MathContext(number < .01 ? 1 : 2))
                                .doubleValue())));
        return all;
    }
}
