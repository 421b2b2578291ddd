package dev.nara.search.space;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.SearchRange;
import dev.nara.data.Dataset;
import dev.nara.eval.SeenItems;
import dev.nara.search.space.Dimension.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Builds the search spaces of an algorithm from the search ranges of its parameters. Parameters that make no difference, because of the
 * data or because another one switches them off, are left out; the starting values are always included.
 */
public final class Spaces {
    private final Algorithm algorithm;
    private final Map<String, String> values;
    private final Dataset data;

    private Spaces(Algorithm algorithm, Map<String, String> values, Dataset data) {
        this.algorithm = algorithm;
        this.values = values;
        this.data = data;
    }

    /**
     * The spaces of an algorithm for some data.
     *
     * @param values the start of the search: those of a preset and the user's own; defaults fill the rest
     */
    public static Spaces of(Algorithm algorithm, Map<String, String> values, Dataset data) {
        return new Spaces(algorithm, values, data);
    }

    /** The search range of a parameter, regardless of data and other values; empty if it depends on data. */
    public static Optional<Dimension> declared(Parameter parameter) {
        return parameter
                .search()
                .flatMap(range -> DeclaredValues.of(parameter, range.values(), parameter.defaultValue()));
    }

    /** The default space, without parameters that the user has set. */
    public Space usual(Set<String> set) {
        return space(parameter -> !set.contains(parameter.name())
                && parameter.search().map(SearchRange::usual).orElse(false));
    }

    /** These parameters, as far as they make a difference, in the algorithm's order. */
    public Space varying(Set<String> names) {
        return space(parameter -> names.contains(parameter.name()));
    }

    /** Everything that can be varied. */
    public Space all() {
        return space(parameter -> true);
    }

    /** A user's space, with conditions between parameters added. */
    public Space conditioned(Space written) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Dimension dimension : written.dimensions()) {
            String other = algorithm.parameters().stream()
                    .filter(parameter -> parameter.name().equals(dimension.name()))
                    .findFirst()
                    .flatMap(Parameter::search)
                    .map(SearchRange::switchedBy)
                    .orElse("");
            dimensions.add(written.dimension(other)
                    .map(varied -> under(dimension, varied))
                    .orElse(dimension));
        }
        return new Space(dimensions);
    }

    /** Active only if the other parameter is not 0. */
    private static Dimension under(Dimension dimension, Dimension other) {
        if (!other.contains("0") || other.count().isEmpty()) {
            return dimension;
        }
        Set<String> on = other.values().stream().filter(v -> !v.equals("0")).collect(Collectors.toSet());
        return dimension.under(new Condition(other.name(), on));
    }

    private Space space(Predicate<Parameter> varied) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Parameter parameter : algorithm.parameters()) {
            if (varied.test(parameter)) {
                parameter
                        .search()
                        .filter(this::matters)
                        .flatMap(range -> dimension(parameter, range.values())
                                .flatMap(dimension -> conditional(dimension, range, dimensions)))
                        .ifPresent(dimensions::add);
            }
        }
        return new Space(dimensions);
    }

    private Optional<Dimension> dimension(Parameter parameter, SearchRange.Values tried) {
        return tried instanceof SearchRange.KnownColumns
                ? FeatureSwitch.of(parameter, value(parameter), data)
                : DeclaredValues.of(parameter, tried, value(parameter));
    }

    private String value(Parameter parameter) {
        String value = values.getOrDefault(parameter.name(), parameter.defaultValue());
        return parameter.normal(value).orElse(parameter.defaultValue());
    }

    private boolean matters(SearchRange range) {
        return switch (range.needs()) {
            case NOTHING -> true;
            case DATES ->
                data.clock()
                        && data.interactions().firstTime() < data.interactions().lastTime();
            case REPEATS -> SeenItems.kept(data);
        };
    }

    /** The dimension with the condition of its switch; empty if the switch is off. */
    private Optional<Dimension> conditional(Dimension dimension, SearchRange range, List<Dimension> before) {
        Optional<Parameter> other = algorithm.parameters().stream()
                .filter(p -> p.name().equals(range.switchedBy()))
                .findFirst();
        if (other.isEmpty()) {
            return Optional.of(dimension);
        }
        Optional<Dimension> varied =
                before.stream().filter(d -> d.name().equals(range.switchedBy())).findFirst();
        if (varied.isEmpty()) {
            return value(other.get()).equals("0") ? Optional.empty() : Optional.of(dimension);
        }
        return Optional.of(under(dimension, varied.get()));
    }
}
