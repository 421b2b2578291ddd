package dev.nara.search.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a search varies. A setting of it has a value for each dimension whose condition holds and none for the others. A condition on
 * what is no dimension holds. Dimensions stand after those that their conditions name. Refuses two of one name, and conditions in a ring.
 */
public record Space(List<Dimension> dimensions) {
    public Space {
        List<Dimension> left = new ArrayList<>(dimensions);
        Map<String, Dimension> placed = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            Dimension next = left.stream()
                    .filter(d -> left.stream().noneMatch(other -> named(other, d)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("conditions in a ring"));
            left.remove(next);
            if (placed.put(next.name(), next) != null) {
                throw new IllegalArgumentException("twice: " + next.name());
            }
        }
        dimensions = List.copyOf(placed.values());
    }

    private static boolean named(Dimension parent, Dimension child) {
        return child.condition().map(c -> c.name().equals(parent.name())).orElse(false);
    }

    /** The dimension of this name. */
    public Optional<Dimension> dimension(String name) {
        return dimensions.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The setting at places of 0 … 1, one a dimension in their order. */
    public Map<String, String> at(double[] places) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int d = 0; d < places.length; d++) {
            all.put(dimensions.get(d).name(), dimensions.get(d).at(places[d]));
        }
        return active(all);
    }

    /** The place of each dimension's value; NaN where it does not count in this setting or has no place. */
    public double[] places(Map<String, String> settings) {
        double[] places = new double[dimensions.size()];
        for (int d = 0; d < places.length; d++) {
            Dimension dimension = dimensions.get(d);
            String value = settings.get(dimension.name());
            places[d] = value == null || !counts(dimension, settings) ? Double.NaN : dimension.place(value);
        }
        return places;
    }

    /** Whether the dimension counts beside these values of the others. */
    public boolean counts(Dimension dimension, Map<String, String> settings) {
        Optional<Dimension.Condition> condition = dimension.condition();
        Optional<Dimension> other = condition.flatMap(c -> dimension(c.name()));
        if (condition.isEmpty() || other.isEmpty()) {
            return true;
        }
        String value = settings.get(other.get().name());
        return value != null && condition.get().values().contains(value) && counts(other.get(), settings);
    }

    /** Those of the values that belong to this space and count; two settings are the same here when these are equal. */
    public Map<String, String> active(Map<String, String> settings) {
        Map<String, String> active = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            String value = settings.get(dimension.name());
            if (value != null && counts(dimension, settings)) {
                active.put(dimension.name(), value);
            }
        }
        return active;
    }

    /** Whether each dimension that counts has one of its values here. */
    public boolean contains(Map<String, String> settings) {
        return dimensions.stream().filter(d -> counts(d, settings)).allMatch(d -> {
            String value = settings.get(d.name());
            return value != null && d.contains(value);
        });
    }

    /** How many settings there are, {@link Long#MAX_VALUE} for more than that; empty where they cannot be counted. */
    public OptionalLong count() {
        return dimensions.stream().anyMatch(d -> d.count().isEmpty())
                ? OptionalLong.empty()
                : OptionalLong.of(count(0, new LinkedHashMap<>()));
    }

    private long count(int d, Map<String, String> settings) {
        if (d == dimensions.size()) {
            return 1;
        }
        Dimension dimension = dimensions.get(d);
        if (!counts(dimension, settings)) {
            return count(d + 1, settings);
        }
        if (dimensions.stream().noneMatch(other -> named(dimension, other))) {
            return product(dimension.count().orElseThrow(), count(d + 1, settings));
        }
        long all = 0;
        for (String value : dimension.values()) {
            settings.put(dimension.name(), value);
            long more = count(d + 1, settings);
            all = all + more < 0 ? Long.MAX_VALUE : all + more;
        }
        settings.remove(dimension.name());
        return all;
    }

    private static long product(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    /** Without the dimension of this name. */
    public Space without(String name) {
        return new Space(dimensions.stream().filter(d -> !d.name().equals(name)).toList());
    }

    /** With this dimension in place of the one of its name, or as the last. */
    public Space with(Dimension dimension) {
        List<Dimension> changed = new ArrayList<>(dimensions);
        changed.replaceAll(d -> d.name().equals(dimension.name()) ? dimension : d);
        if (!changed.contains(dimension)) {
            changed.add(dimension);
        }
        return new Space(changed);
    }
}
