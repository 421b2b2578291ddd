package dev.nara.neumf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Arrays of a model in training with the optimiser state of each: either those of users, or all others. Serialisable. */
public final class LearntArrays implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Shape [arrays][1 + state arrays][numbers]. */
    private final float[][][] arrays;

    private LearntArrays(float[][][] arrays) {
        this.arrays = arrays;
    }

    private static LearntArrays of(List<float[]> weights, Optimizer optimizer) {
        return new LearntArrays(weights.stream()
                .map(array -> {
                    List<float[]> all = new ArrayList<>(List.of(array));
                    all.addAll(optimizer.memory(array));
                    return all.toArray(float[][]::new);
                })
                .toArray(float[][][]::new));
    }

    /** The tables of users; not copied. */
    static LearntArrays ofUsers(NeuMfWeights weights, Optimizer optimizer) {
        return of(List.of(weights.gmfUser(), weights.mlpUser()), optimizer);
    }

    /** The tables of items and of side features, and the layers; not copied. */
    static LearntArrays shared(NeuMfWeights weights, Optimizer optimizer) {
        List<float[]> all = weights.arrays();
        all.remove(weights.gmfUser());
        all.remove(weights.mlpUser());
        return of(all, optimizer);
    }

    /** The arrays: shape [arrays][1 + state arrays][numbers]. */
    float[][][] arrays() {
        return arrays;
    }

    /** No arrays. */
    static LearntArrays none() {
        return new LearntArrays(new float[0][][]);
    }

    /** A deep copy. */
    LearntArrays copy() {
        float[][][] copy = new float[arrays.length][][];
        for (int a = 0; a < copy.length; a++) {
            copy[a] = new float[arrays[a].length][];
            for (int m = 0; m < copy[a].length; m++) {
                copy[a][m] = arrays[a][m].clone();
            }
        }
        return new LearntArrays(copy);
    }

    /** Copies the numbers to arrays of the same shape. */
    void copyTo(LearntArrays others) {
        for (int a = 0; a < arrays.length; a++) {
            for (int m = 0; m < arrays[a].length; m++) {
                System.arraycopy(arrays[a][m], 0, others.arrays[a][m], 0, arrays[a][m].length);
            }
        }
    }

    /** Selects rows, in this order; each array has shape [all][width]. */
    LearntArrays rows(int[] rows, int all) {
        float[][][] some = new float[arrays.length][][];
        for (int a = 0; a < some.length; a++) {
            some[a] = new float[arrays[a].length][];
            int width = arrays[a][0].length / all;
            for (int m = 0; m < some[a].length; m++) {
                some[a][m] = new float[rows.length * width];
                for (int r = 0; r < rows.length; r++) {
                    System.arraycopy(arrays[a][m], rows[r] * width, some[a][m], r * width, width);
                }
            }
        }
        return new LearntArrays(some);
    }

    /** Writes these rows back to arrays of all rows. */
    void putRows(int[] rows, LearntArrays all) {
        for (int a = 0; a < arrays.length; a++) {
            int width = rows.length == 0 ? 0 : arrays[a][0].length / rows.length;
            for (int m = 0; m < arrays[a].length; m++) {
                for (int r = 0; r < rows.length; r++) {
                    System.arraycopy(arrays[a][m], r * width, all.arrays[a][m], rows[r] * width, width);
                }
            }
        }
    }
}
