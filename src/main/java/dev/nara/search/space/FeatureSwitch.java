package dev.nara.search.space;

import dev.nara.algorithm.Parameter;
import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Side features on or off: the current ones of a parameter, or, if it has none, those of columns with a known role. */
final class FeatureSwitch {
    private FeatureSwitch() {}

    /** The dimension; empty if the data has no such column. */
    static Optional<Dimension> of(Parameter parameter, String now, Dataset data) {
        String on = now.isEmpty() ? known(parameter, data) : now;
        return on.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dimension.Choice(parameter.name(), List.of("", on), Optional.empty()));
    }

    private static String known(Parameter parameter, Dataset data) {
        List<String> known = new ArrayList<>();
        feature(data.userAttributes(), Role.AGE, "user.").ifPresent(known::add);
        feature(data.userAttributes(), Role.SEX, "user.").ifPresent(known::add);
        feature(data.itemAttributes(), Role.GENRE, "item.").ifPresent(known::add);
        return String.join(",", known.stream().filter(parameter::accepts).toList());
    }

    private static Optional<String> feature(Attributes attributes, Role role, String table) {
        return attributes
                .column(role)
                .filter(column -> !attributes.isAggregate(column))
                .map(column -> table
                        + column
                        + (attributes.isNumeric(column) ? ":scaled" : attributes.isList(column) ? ":set" : ":4"));
    }
}
