package dev.nara.data.prepare;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes that tell nothing or cannot be true. */
final class Columns {
    private static final int OLDEST_CHILD = 13;
    private static final int OLDEST = 120;

    private Columns() {}

    private static boolean impossible(Dataset dataset, double age) {
        return !(age >= 1 && age <= (dataset.format().equals("service") ? OLDEST_CHILD : OLDEST));
    }

    private static boolean hasAges(Dataset dataset) {
        return dataset.userAttributes().has("age") && dataset.userAttributes().isNumeric("age");
    }

    static @Nullable Finding ages(Dataset dataset) {
        if (!hasAges(dataset)) {
            return null;
        }
        double[] ages = dataset.userAttributes().numbers("age");
        List<String> examples = new ArrayList<>();
        for (int u = 0; u < ages.length; u++) {
            if (!Double.isNaN(ages[u]) && impossible(dataset, ages[u])) {
                examples.add(
                        dataset.users().id(u) + ": " + dataset.userAttributes().text("age", u));
            }
        }
        return Repair.found("impossible-ages", examples.size(), examples);
    }

    static Dataset withoutAges(Dataset dataset) {
        return !hasAges(dataset)
                ? dataset
                : dataset.with(
                        dataset.userAttributes().withoutNumbers("age", age -> impossible(dataset, age)),
                        dataset.itemAttributes());
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

    static @Nullable Finding constants(Dataset dataset) {
        List<String> examples = new ArrayList<>();
        constants(dataset.userAttributes()).stream().sorted().forEach(c -> examples.add("user." + c));
        constants(dataset.itemAttributes()).stream().sorted().forEach(c -> examples.add("item." + c));
        return Repair.found("constant-columns", examples.size(), examples);
    }

    static Dataset withoutConstants(Dataset dataset) {
        return dataset.with(
                dataset.userAttributes().without(constants(dataset.userAttributes())),
                dataset.itemAttributes().without(constants(dataset.itemAttributes())));
    }

    /** Which have no attribute at all: shape [size]. None where there are no attributes for anybody. */
    private static boolean[] unknown(Attributes attributes, int size) {
        boolean[] unknown = new boolean[size];
        if (!attributes.names().isEmpty()) {
            Arrays.fill(unknown, true);
            for (String column : attributes.names()) {
                for (int i = 0; i < size && !attributes.isAggregate(column); i++) {
                    unknown[i] &= attributes.text(column, i).isEmpty();
                }
            }
        }
        return unknown;
    }

    static @Nullable Finding unknownItems(Dataset dataset) {
        Interactions rows = dataset.interactions();
        int[] counts = rows.itemCounts();
        boolean[] unknown = unknown(dataset.itemAttributes(), rows.items());
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (unknown[i] && counts[i] > 0) {
                examples.add(dataset.items().id(i));
            }
        }
        return Repair.found("unknown-items", examples.size(), examples);
    }

    static @Nullable Finding unknownUsers(Dataset dataset) {
        Interactions rows = dataset.interactions();
        boolean[] unknown = unknown(dataset.userAttributes(), rows.users());
        List<String> examples = new ArrayList<>();
        for (int u = 0; u < unknown.length; u++) {
            if (unknown[u] && rows.count(u) > 0) {
                examples.add(dataset.users().id(u));
            }
        }
        return Repair.found("unknown-users", examples.size(), examples);
    }

    static Dataset withoutUnknownItems(Dataset dataset) {
        Interactions rows = dataset.interactions();
        boolean[] unknown = unknown(dataset.itemAttributes(), rows.items());
        return dataset.with(rows.filter((user, row) -> !unknown[rows.item(row)]));
    }

    static Dataset withoutUnknownUsers(Dataset dataset) {
        Interactions rows = dataset.interactions();
        boolean[] unknown = unknown(dataset.userAttributes(), rows.users());
        return dataset.with(rows.filter((user, row) -> !unknown[user]));
    }
}
