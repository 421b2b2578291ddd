package dev.nara.search.sampler;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Encodes settings as coordinates: 0 … 1 from the first value to the last of ordered dimensions, the index of the value of unordered ones.
 * Inactive dimensions are in the middle, or at -1 if unordered.
 */
final class Encoding {
    /** Dimensions with more values than this are treated as continuous. */
    private static final int LISTED = 500;

    private final Space space;
    private final List<Dimension> dimensions;
    private final double[][] values;
    private final double[] first;
    private final double[] width;
    private final boolean[] category;
    private final int[] parent;
    private final boolean[][] holds;

    Encoding(Space space) {
        this.space = space;
        dimensions = space.dimensions();
        int n = dimensions.size();
        values = new double[n][];
        first = new double[n];
        width = new double[n];
        category = new boolean[n];
        parent = new int[n];
        holds = new boolean[n][];
        for (int d = 0; d < n; d++) {
            describe(d);
        }
    }

    private void describe(int d) {
        Dimension dimension = dimensions.get(d);
        category[d] = dimension instanceof Dimension.Choice;
        first[d] = dimension.place(dimension.at(0));
        width[d] = Math.max(1e-12, dimension.place(dimension.at(1)) - first[d]);
        long count = dimension.count().orElse(Long.MAX_VALUE);
        if (count <= LISTED) {
            values[d] = new double[(int) count];
            for (int v = 0; v < count; v++) {
                values[d][v] = category[d] ? v : (dimension.place(dimension.value(v)) - first[d]) / width[d];
            }
        } else {
            values[d] = new double[0];
        }
        parent[d] = -1;
        holds[d] = new boolean[0];
        dimension.condition().ifPresent(condition -> space.dimension(condition.name())
                .filter(other -> other.count().orElse(Long.MAX_VALUE) <= LISTED)
                .ifPresent(other -> {
                    parent[d] = dimensions.indexOf(other);
                    holds[d] = new boolean[other.values().size()];
                    for (int v = 0; v < holds[d].length; v++) {
                        holds[d][v] = condition.values().contains(other.value(v));
                    }
                }));
    }

    /** The number of coordinates. */
    int size() {
        return dimensions.size();
    }

    /** Whether the values of a dimension are unordered. */
    boolean category(int d) {
        return category[d];
    }

    /** For each dimension, whether its values are unordered. */
    boolean[] categories() {
        return category.clone();
    }

    /** The number of values of a dimension; 0 if it is continuous. */
    int count(int d) {
        return values[d].length;
    }

    /** The coordinate of a value, by its index. */
    double value(int d, int number) {
        return values[d][number];
    }

    /** The index of the value nearest to a coordinate. */
    int nearest(int d, double coordinate) {
        int best = 0;
        for (int v = 1; v < values[d].length; v++) {
            best = Math.abs(values[d][v] - coordinate) < Math.abs(values[d][best] - coordinate) ? v : best;
        }
        return best;
    }

    /** The coordinate of a position in 0 … 1 along a dimension, see {@link Dimension#at}. */
    double at(int d, double place) {
        if (values[d].length == 0) {
            return Math.min(1, Math.max(0, (place - first[d]) / width[d]));
        }
        return category[d]
                ? Math.min(values[d].length - 1, (int) (place * values[d].length))
                : values[d][nearest(d, (place - first[d]) / width[d])];
    }

    private double none(int d) {
        return category[d] ? -1 : .5;
    }

    /** Moves inactive dimensions to the coordinate for inactive ones. */
    double[] settled(double[] coordinates) {
        for (int d = 0; d < coordinates.length; d++) {
            coordinates[d] = counts(d, coordinates) ? coordinates[d] : none(d);
        }
        return coordinates;
    }

    /** Whether a dimension is active, given the others. */
    boolean counts(int d, double[] coordinates) {
        int other = parent[d];
        return other < 0
                || (counts(other, coordinates)
                        && (!category[other] || coordinates[other] >= 0)
                        && holds[d][nearest(other, coordinates[other])]);
    }

    /** The coordinates of a setting; numbers outside of the space are beyond 0 … 1. */
    double[] of(Map<String, String> settings) {
        double[] coordinates = new double[dimensions.size()];
        for (int d = 0; d < coordinates.length; d++) {
            String value = settings.get(dimensions.get(d).name());
            coordinates[d] =
                    value == null || !space.counts(dimensions.get(d), settings) ? none(d) : coordinate(d, value);
        }
        return coordinates;
    }

    /** The coordinate of a dimension's value; if it has no position, that of an inactive dimension. */
    double coordinate(int d, String value) {
        double place = dimensions.get(d).place(value);
        if (Double.isNaN(place)) {
            return none(d);
        }
        return category[d] ? (int) (place * values[d].length) : (place - first[d]) / width[d];
    }

    /** The index of a dimension by name; -1 if there is none. */
    int dimension(String name) {
        for (int d = 0; d < dimensions.size(); d++) {
            if (dimensions.get(d).name().equals(name)) {
                return d;
            }
        }
        return -1;
    }

    /** The setting at coordinates. */
    Map<String, String> settings(double[] coordinates) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int d = 0; d < coordinates.length; d++) {
            Dimension dimension = dimensions.get(d);
            String value = values[d].length > 0
                    ? dimension.value(nearest(d, coordinates[d]))
                    : dimension.at(first[d] + coordinates[d] * width[d]);
            all.put(dimension.name(), value);
        }
        return space.active(all);
    }

    /** The names of dimensions in which two points differ. */
    List<String> differences(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .filter(d -> Math.abs(a[d] - b[d]) > 1e-9)
                .mapToObj(d -> dimensions.get(d).name())
                .toList();
    }
}
