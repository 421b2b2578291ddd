package dev.nara.search.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The search space. A setting has a value for each active dimension and none for the others. A condition that names no dimension of the
 * space holds. Dimensions come after those that their conditions name. Refuses repeated names and cyclic conditions.
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

    /** The dimension with a name. */
    public Optional<Dimension> dimension(String name) {
        return dimensions.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The setting at positions in 0 … 1, one per dimension in order. */
    public Map<String, String> at(double[] places) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int d = 0; d < places.length; d++) {
            all.put(dimensions.get(d).name(), dimensions.get(d).at(places[d]));
        }
        return active(all);
    }

    /** The position of each dimension's value; NaN if it is inactive in this setting or has no position. */
    public double[] places(Map<String, String> settings) {
        double[] places = new double[dimensions.size()];
        for (int d = 0; d < places.length; d++) {
            Dimension dimension = dimensions.get(d);
            String value = settings.get(dimension.name());
            places[d] = value == null || !counts(dimension, settings) ? Double.NaN : dimension.place(value);
        }
        return places;
    }

    /** Whether a dimension is active, given the values of the others. */
    public boolean counts(Dimension dimension, Map<String, String> settings) {
        Optional<Dimension.Condition> condition = dimension.condition();
        Optional<Dimension> other = condition.flatMap(c -> dimension(c.name()));
        if (condition.isEmpty() || other.isEmpty()) {
            return true;
        }
        String value = settings.get(other.get().name());
        return value != null && condition.get().values().contains(value) && counts(other.get(), settings);
    }

    /** The values of active dimensions of this space; two settings are equal in this space if these are. */
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

    /** Whether each active dimension has a value of its range. */
    public boolean contains(Map<String, String> settings) {
        return dimensions.stream().filter(d -> counts(d, settings)).allMatch(d -> {
            String value = settings.get(d.name());
            return value != null && d.contains(value);
        });
    }

    /** The number of settings, at most {@link Long#MAX_VALUE}; empty if a dimension is continuous. */
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

    /** A copy without a dimension. */
    public Space without(String name) {
        return new Space(dimensions.stream().filter(d -> !d.name().equals(name)).toList());
    }

    /** A copy with this dimension in place of the one with its name, or appended. */
    public Space with(Dimension dimension) {
        List<Dimension> changed = new ArrayList<>(dimensions);
        changed.replaceAll(d -> d.name().equals(dimension.name()) ? dimension : d);
        if (!changed.contains(dimension)) {
            changed.add(dimension);
        }
        return new Space(changed);
    }
}
