package dev.nara.spark;

import dev.nara.algorithm.Weights;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Named arrays with their shapes and notes: a serialisable form of {@link Weights}. */
final class NamedArrays implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] names;
    private final float[][] arrays;
    private final int[][] shapes;
    private final HashMap<String, String> notes;

    /** All arrays except those with some names. */
    NamedArrays(Weights weights, Set<String> without) {
        names = weights.names().stream().filter(name -> !without.contains(name)).toArray(String[]::new);
        arrays = new float[names.length][];
        shapes = new int[names.length][];
        for (int n = 0; n < names.length; n++) {
            arrays[n] = of(weights, names[n]);
            shapes[n] = weights.shape(names[n]);
        }
        notes = new HashMap<>(weights.notes());
    }

    /** An array that must exist. */
    static float[] of(Weights weights, String name) {
        float[] array = weights.get(name);
        if (array == null) {
            throw new IllegalArgumentException(name);
        }
        return array;
    }

    /** The same arrays, not copied. */
    Weights weights() {
        Weights weights = new Weights();
        for (int n = 0; n < names.length; n++) {
            weights.put(names[n], arrays[n], shapes[n]);
        }
        for (Map.Entry<String, String> note : notes.entrySet()) {
            weights.note(note.getKey(), note.getValue());
        }
        return weights;
    }
}
