package dev.nara.data.prepare;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds attributes that are uninformative, impossible or missing. */
final class Columns {
    private Columns() {}

    static @Nullable Flaw ages(Dataset dataset) {
        Attributes users = dataset.userAttributes();
        String column = users.column(Role.AGE).filter(users::isNumeric).orElse("");
        if (column.isEmpty()) {
            return null;
        }
        double[] ages = users.numbers(column);
        List<String> examples = new ArrayList<>();
        for (int u = 0; u < ages.length; u++) {
            if (!Double.isNaN(ages[u]) && impossible(users, ages[u])) {
                examples.add(dataset.users().id(u) + ": " + users.text(column, u));
            }
        }
        return Flaw.of(
                "impossible-ages",
                examples.size(),
                examples,
                () -> dataset.with(
                        users.withoutNumbers(column, age -> impossible(users, age)), dataset.itemAttributes()));
    }

    private static boolean impossible(Attributes users, double age) {
        return !(age >= 1 && age <= users.oldest());
    }

    static @Nullable Flaw constants(Dataset dataset) {
        Set<String> ofUsers = constants(dataset.userAttributes());
        Set<String> ofItems = constants(dataset.itemAttributes());
        List<String> examples = new ArrayList<>();
        ofUsers.stream().sorted().forEach(c -> examples.add("user." + c));
        ofItems.stream().sorted().forEach(c -> examples.add("item." + c));
        return Flaw.of(
                "constant-columns",
                examples.size(),
                examples,
                () -> dataset.with(
                        dataset.userAttributes().without(ofUsers),
                        dataset.itemAttributes().without(ofItems)));
    }

    private static Set<String> constants(Attributes attributes) {
        Set<String> constant = new HashSet<>();
        for (String column : attributes.names()) {
            int values = attributes.counts(column).size();
            if (attributes.size() > 1 && (values == 0 || (values == 1 && attributes.missing(column) == 0))) {
                constant.add(column);
            }
        }
        return constant;
    }

    static @Nullable Flaw unknownItems(Dataset dataset) {
        Interactions rows = dataset.interactions();
        int[] counts = rows.itemCounts();
        boolean[] unknown = unknown(dataset.itemAttributes(), rows.items(), i -> counts[i] > 0);
        return unknown("unknown-items", dataset, dataset.items(), unknown, (user, row) -> !unknown[rows.item(row)]);
    }

    static @Nullable Flaw unknownUsers(Dataset dataset) {
        Interactions rows = dataset.interactions();
        boolean[] unknown = unknown(dataset.userAttributes(), rows.users(), u -> rows.count(u) > 0);
        return unknown("unknown-users", dataset, dataset.users(), unknown, (user, row) -> !unknown[user]);
    }

    /** Which users or items with rows have no attribute at all: shape [size]; none if there are no attributes at all. */
    private static boolean[] unknown(Attributes attributes, int size, IntPredicate hasRows) {
        boolean[] unknown = new boolean[size];
        if (!attributes.names().isEmpty()) {
            for (int i = 0; i < size; i++) {
                unknown[i] = hasRows.test(i);
            }
            for (String column : attributes.names()) {
                for (int i = 0; i < size && !attributes.isAggregate(column); i++) {
                    unknown[i] &= attributes.text(column, i).isEmpty();
                }
            }
        }
        return unknown;
    }

    private static @Nullable Flaw unknown(
            String repair, Dataset dataset, IdIndex ids, boolean[] unknown, Interactions.RowPredicate keep) {
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < unknown.length; i++) {
            if (unknown[i]) {
                examples.add(ids.id(i));
            }
        }
        return Flaw.of(
                repair,
                examples.size(),
                examples,
                () -> dataset.with(dataset.interactions().filter(keep)));
    }
}
