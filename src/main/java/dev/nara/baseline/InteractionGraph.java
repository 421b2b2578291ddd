package dev.nara.baseline;

import java.util.stream.IntStream;

/** The bipartite graph of users and items for propagation; edges have weight 1 / sqrt(items of the user * users of the item). */
final class InteractionGraph {
    private final int[][] itemsOf;
    private final int[][] usersOf;
    private final int dimension;
    private final int propagations;

    /** {@code itemsOf} has the distinct items of each user. */
    InteractionGraph(int[][] itemsOf, int items, int dimension, int propagations) {
        this.itemsOf = itemsOf;
        this.usersOf = WeightArrays.transposed(itemsOf, items);
        this.dimension = dimension;
        this.propagations = propagations;
    }

    /** Vectors of all users and of all items. */
    static final class Sides {
        final float[] users;
        final float[] items;

        Sides(float[] users, float[] items) {
            this.users = users;
            this.items = items;
        }
    }

    /** The mean of the vectors and of their propagations. Linear and symmetric, so that it is also its own gradient. */
    Sides propagated(float[] ofUsers, float[] ofItems) {
        float share = 1f / (propagations + 1);
        float[] userSum = scaled(ofUsers, share);
        float[] itemSum = scaled(ofItems, share);
        float[] fromUsers = ofUsers;
        float[] fromItems = ofItems;
        for (int p = 0; p < propagations; p++) {
            float[] nextUsers = spread(itemsOf, usersOf, fromItems);
            float[] nextItems = spread(usersOf, itemsOf, fromUsers);
            add(userSum, nextUsers, share);
            add(itemSum, nextItems, share);
            fromUsers = nextUsers;
            fromItems = nextItems;
        }
        return new Sides(userSum, itemSum);
    }

    private static float[] scaled(float[] vectors, float factor) {
        float[] scaled = new float[vectors.length];
        add(scaled, vectors, factor);
        return scaled;
    }

    private static void add(float[] to, float[] vectors, float factor) {
        for (int x = 0; x < to.length; x++) {
            to[x] += factor * vectors[x];
        }
    }

    /** Propagates vectors from one side to the other: D^-1/2 A D^-1/2, where each side is scaled separately. */
    private float[] spread(int[][] neighboursOf, int[][] ofNeighbours, float[] vectors) {
        int d = dimension;
        float[] scaled = new float[vectors.length];
        IntStream.range(0, ofNeighbours.length).parallel().forEach(row -> {
            float weight = weight(ofNeighbours[row]);
            for (int x = row * d; x < (row + 1) * d; x++) {
                scaled[x] = weight * vectors[x];
            }
        });
        float[] out = new float[neighboursOf.length * d];
        IntStream.range(0, neighboursOf.length).parallel().forEach(row -> {
            sumRows(out, row * d, scaled, neighboursOf[row], d);
            float weight = weight(neighboursOf[row]);
            for (int x = row * d; x < (row + 1) * d; x++) {
                out[x] *= weight;
            }
        });
        return out;
    }

    private static float weight(int[] neighbours) {
        return (float) (1 / Math.sqrt(Math.max(1, neighbours.length)));
    }

    /** Adds rows, four at a time, so that the sum is read and written less often. */
    private static void sumRows(float[] out, int to, float[] vectors, int[] rows, int d) {
        int n = 0;
        for (; n + 4 <= rows.length; n += 4) {
            int r0 = rows[n] * d;
            int r1 = rows[n + 1] * d;
            int r2 = rows[n + 2] * d;
            int r3 = rows[n + 3] * d;
            for (int f = 0; f < d; f++) {
                out[to + f] += vectors[r0 + f] + vectors[r1 + f] + vectors[r2 + f] + vectors[r3 + f];
            }
        }
        for (; n < rows.length; n++) {
            int row = rows[n] * d;
            for (int f = 0; f < d; f++) {
                out[to + f] += vectors[row + f];
            }
        }
    }
}
