package dev.nara.algorithm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named float arrays with their shapes: the portable state of a model, whatever trained it. */
public final class Weights {
    private final Map<String, float[]> arrays = new LinkedHashMap<>();
    private final Map<String, int[]> shapes = new LinkedHashMap<>();

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

    /** An array, or null; not to be changed. */
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
}
