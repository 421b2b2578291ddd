package dev.nara.algorithm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named float arrays with shapes, and notes: the portable state of a model or of a training, independent of the engine. */
public final class Weights {
    private static final String UNKNOWN_USER = "stranger.";

    private final Map<String, float[]> arrays = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    /** Adds an array in row-major order; its length is the product of the shape. */
    public Weights put(String name, float[] array, int... shape) {
        long size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        if (size != array.length) {
            throw new IllegalArgumentException(name + " has " + array.length + " values, its shape " + size);
        }
        arrays.put(name, array);
        shapes.put(name, shape.clone());
        return this;
    }

    /** The names, in the order they were put. */
    public Set<String> names() {
        return arrays.keySet();
    }

    /** An array, or null; do not modify. */
    public float @Nullable [] get(String name) {
        return arrays.get(name);
    }

    /** The shape of an array. */
    public int[] shape(String name) {
        int[] shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException(name);
        }
        return shape.clone();
    }

    /** Adds all arrays of another set, with a prefix before their names. */
    public Weights putAll(String prefix, Weights others) {
        others.arrays.forEach((name, array) -> put(prefix + name, array, others.shape(name)));
        return this;
    }

    /** The arrays whose names begin with a prefix, which is removed; without notes. */
    public Weights under(String prefix) {
        Weights some = new Weights();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), array, shape(name));
            }
        });
        return some;
    }

    /** Adds a note, such as the epoch. */
    public Weights note(String name, String value) {
        notes.put(name, value);
        return this;
    }

    /** Names the axes of an array, the slowest first, such as "user, factor"; for readers in other languages. */
    public Weights axes(String name, String axes) {
        return note("axes." + name, axes);
    }

    /** The arrays with one row per user, according to their axes. */
    public List<String> ofUsers() {
        return arrays.keySet().stream()
                .filter(name -> notes.getOrDefault("axes." + name, "").matches("user[,:].*"))
                .toList();
    }

    /** Sets the row of such an array for users without data; zeros by default. */
    public Weights unknownUser(String name, float... row) {
        return put(UNKNOWN_USER + name, row, row.length);
    }

    /** That row, or null. */
    public float @Nullable [] ofUnknownUser(String name) {
        return arrays.get(UNKNOWN_USER + name);
    }

    /** Describes how the arrays make a score, so that readers in other languages need nothing else. */
    public Weights score(String formula) {
        return note("score", formula)
                .note(
                        "order",
                        "row-major; user u and item i are user_ids[u] and item_ids[i] of the run's export as npz;"
                                + " the user's items and rows are those of the training part");
    }

    /** All notes. */
    public Map<String, String> notes() {
        return Map.copyOf(notes);
    }

    /**
     * A required note.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public String note(String name) {
        String value = notes.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
