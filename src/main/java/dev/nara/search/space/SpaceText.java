package dev.nara.search.space;

import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A space as text, such as
 * {@code learning_rate=1e-4..1e-1:log,negatives=2..32:log,layers=32-16|64-32,weight_decay=0|1e-7..1e-3:log, dropout=0..0.5:step=0.1}:
 * numbers from low to high, or values with bars between them. It has no conditions.
 */
public final class SpaceText {
    private static final Pattern NEXT = Pattern.compile(",(?=\\s*[A-Za-z][\\w-]*\\s*=)");
    private static final String NUMBER = "([+-]?(?:\\d++(?:\\.(?!\\.)\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)";
    private static final Pattern RANGE = Pattern.compile("\\s*+(0\\s*+\\|)?\\s*+" + NUMBER + "?\\s*+\\.\\.\\s*+"
            + NUMBER + "\\s*+((?::\\s*+(?:log|step\\s*+=\\s*+[^:]*+)){0,8})");

    private SpaceText() {}

    /**
     * Reads a space.
     *
     * @param parameters that can be varied, by name
     * @throws DataException naming the invalid part
     */
    public static Space parse(String text, Function<String, Optional<Parameter>> parameters) throws DataException {
        List<Dimension> dimensions = new ArrayList<>();
        for (String part : NEXT.split(text.strip(), -1)) {
            Dimension dimension = dimension(part, parameters);
            if (dimensions.stream().anyMatch(d -> d.name().equals(dimension.name()))) {
                throw wrong(dimension.name(), Text.of("space.twice"));
            }
            dimensions.add(dimension);
        }
        return new Space(dimensions);
    }

    /** Writes a space without its conditions. */
    public static String of(Space space) {
        return space.dimensions().stream().map(SpaceText::of).collect(Collectors.joining(","));
    }

    /** Writes one dimension without its condition. */
    public static String of(Dimension dimension) {
        if (dimension instanceof Dimension.Range range) {
            return range.name() + "=" + (range.zero() ? "0|" : "") + Spelling.number(range.low()) + ".."
                    + Spelling.number(range.high()) + (range.log() ? ":log" : "")
                    + (range.step() > 0 ? ":step=" + Spelling.number(range.step()) : "");
        }
        return dimension.name() + "=" + String.join("|", dimension.values());
    }

    private static Dimension dimension(String part, Function<String, Optional<Parameter>> parameters)
            throws DataException {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
        if (equals < 0 || name.isEmpty()) {
            throw wrong(part.strip(), Text.of("space.no.value"));
        }
        Optional<Parameter> parameter = parameters.apply(name);
        if (parameter.isEmpty()) {
            throw wrong(name, Text.of("space.unknown"));
        }
        String values = part.substring(equals + 1);
        Matcher range = RANGE.matcher(values);
        return range.matches() ? range(parameter.get(), range) : listed(parameter.get(), values);
    }

    private static Dimension range(Parameter parameter, Matcher said) throws DataException {
        boolean whole = parameter instanceof Parameter.Whole;
        if (!whole && !(parameter instanceof Parameter.Real)) {
            throw wrong(parameter.name(), Text.of("space.no.numbers"));
        }
        boolean log = false;
        double step = 0;
        for (String option : said.group(4).split(":", -1)) {
            log |= option.strip().equals("log");
            step = option.contains("=") ? step(parameter, option.substring(option.indexOf('=') + 1)) : step;
        }
        double low = number(parameter, said.group(2) == null ? "" : said.group(2));
        double high = number(parameter, said.group(3));
        boolean zero = said.group(1) != null;
        if (zero) {
            number(parameter, "0");
        }
        if (low >= high) {
            throw wrong(parameter.name(), Text.of("space.order", Spelling.number(low), Spelling.number(high)));
        }
        if ((log || zero) && low <= 0) {
            throw wrong(parameter.name(), Text.of("space.log", Spelling.number(low)));
        }
        return new Dimension.Range(parameter.name(), low, high, whole, log, step, zero, Optional.empty());
    }

    private static double step(Parameter parameter, String said) throws DataException {
        double step = NumberScale.number(said);
        if (!(step > 0) || (parameter instanceof Parameter.Whole && step != Math.rint(step))) {
            throw wrong(parameter.name(), Text.of("space.step", said.strip()));
        }
        return step;
    }

    private static double number(Parameter parameter, String said) throws DataException {
        // A whole number may be written as 1e3.
        OptionalDouble number = Spelling.number(said, -Double.MAX_VALUE, Double.MAX_VALUE).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
        String plain = number.isPresent() ? Spelling.number(number.getAsDouble()) : said;
        Optional<Text> problem = parameter.problem(plain);
        if (problem.isPresent()) {
            throw wrong(parameter.name(), problem.get());
        }
        return number.orElseThrow();
    }

    private static Dimension listed(Parameter parameter, String said) throws DataException {
        List<String> values = new ArrayList<>();
        for (String each : said.split("\\|", -1)) {
            Optional<String> value = parameter.normal(each);
            if (value.isEmpty()) {
                throw wrong(parameter.name(), parameter.problem(each).orElseThrow());
            }
            if (values.contains(value.get())) {
                throw wrong(parameter.name(), Text.of("space.value.twice", value.get()));
            }
            values.add(value.get());
        }
        boolean ordered = parameter instanceof Parameter.Whole
                || parameter instanceof Parameter.Real
                || parameter instanceof Parameter.Sizes;
        return ordered
                ? new Dimension.Ordered(parameter.name(), values, Optional.empty())
                : new Dimension.Choice(parameter.name(), values, Optional.empty());
    }

    private static DataException wrong(String name, Text why) {
        return new DataException(Text.of("space.wrong", name, why), Text.of("space.wrong.remedy"));
    }
}
