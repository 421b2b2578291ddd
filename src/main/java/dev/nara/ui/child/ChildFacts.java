package dev.nara.ui.child;

import dev.nara.data.Attributes;
import dev.nara.data.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The known attributes of a child.
 *
 * @param sex as in the data, "" for unknown
 * @param age in years, NaN for unknown
 * @param young whether all users of the data are children
 * @param traits all other attributes, in the order of the columns; numbered columns of the same kind are combined
 */
record ChildFacts(String sex, double age, boolean young, List<Trait> traits) {
    private static final int CHILDREN_ONLY = 18;

    /**
     * An attribute of a child.
     *
     * @param column its name, without the number if columns were combined
     * @param coded whether the values are codes whose meaning the program knows
     */
    record Trait(String column, List<String> values, boolean coded) {}

    static ChildFacts of(Attributes attributes, int user) {
        Optional<String> ageColumn = attributes.column(Role.AGE).filter(attributes::isNumeric);
        Optional<String> sexColumn = attributes.column(Role.SEX);
        Map<String, Trait> traits = new LinkedHashMap<>();
        for (String column : attributes.informative(user)) {
            boolean known = Optional.of(column).equals(ageColumn)
                    || Optional.of(column).equals(sexColumn)
                    || attributes.isAggregate(column)
                    || attributes.isList(column);
            if (!known) {
                boolean coded = attributes.isCoded(column);
                String stem = coded ? column.replaceAll("_\\d+$", "") : column;
                traits.computeIfAbsent(stem, s -> new Trait(s, new ArrayList<>(), coded))
                        .values()
                        .add(attributes.text(column, user));
            }
        }
        return new ChildFacts(
                sexColumn.map(column -> attributes.text(column, user)).orElse(""),
                ageColumn.map(column -> age(attributes.text(column, user))).orElse(Double.NaN),
                attributes.oldest() <= CHILDREN_ONLY,
                List.copyOf(traits.values()));
    }

    private static double age(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
