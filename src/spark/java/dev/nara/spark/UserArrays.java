package dev.nara.spark;

import dev.nara.algorithm.Weights;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The arrays of a model with a row for each user, split into one row per user, and put together again for some users. */
final class UserArrays implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] names;
    /** The axes of each array other than the users: shape [arrays][further axes]. */
    private final int[][] axes;

    private final float[] unknownUser;

    UserArrays(Weights weights) {
        names = weights.ofUsers().toArray(String[]::new);
        axes = new int[names.length][];
        for (int n = 0; n < names.length; n++) {
            int[] shape = weights.shape(names[n]);
            axes[n] = Arrays.copyOfRange(shape, 1, shape.length);
        }
        unknownUser = unknownUsers(weights);
    }

    private float[] unknownUsers(Weights weights) {
        float[] row = new float[width()];
        int place = 0;
        for (int n = 0; n < names.length; n++) {
            float[] known = weights.ofUnknownUser(names[n]);
            if (known != null) {
                System.arraycopy(known, 0, row, place, width(n));
            }
            place += width(n);
        }
        return row;
    }

    List<String> names() {
        return List.of(names);
    }

    private int width(int array) {
        return Arrays.stream(axes[array]).reduce(1, Math::multiplyExact);
    }

    /** The number of values in a user's row. */
    int width() {
        int width = 0;
        for (int n = 0; n < names.length; n++) {
            width += width(n);
        }
        return width;
    }

    /** The row of an unknown user: shape [width]; not to be changed. */
    float[] unknownUser() {
        return unknownUser;
    }

    /** The row of a user from the whole model: shape [width]. */
    float[] row(Weights all, int user) {
        float[] row = new float[width()];
        int place = 0;
        for (int n = 0; n < names.length; n++) {
            int width = width(n);
            System.arraycopy(NamedArrays.of(all, names[n]), user * width, row, place, width);
            place += width;
        }
        return row;
    }

    /** Adds the arrays for some users, from their rows: shape [users][width]. */
    void add(float[][] rows, Weights to) {
        int place = 0;
        for (int n = 0; n < names.length; n++) {
            int width = width(n);
            float[] array = new float[Math.multiplyExact(rows.length, width)];
            for (int u = 0; u < rows.length; u++) {
                System.arraycopy(rows[u], place, array, u * width, width);
            }
            int[] shape = new int[axes[n].length + 1];
            shape[0] = rows.length;
            System.arraycopy(axes[n], 0, shape, 1, axes[n].length);
            to.put(names[n], array, shape);
            place += width;
        }
    }
}
