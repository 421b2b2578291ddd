package dev.nara.baseline;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The most similar rows of a binary matrix for each row: shape [rows][at most k], best first. The similarity of two rows
 * that share c of their a and b columns is c / (sqrt(a b) + shrinkage): the cosine, lowered where little is shared.
 */
final class Neighbours {
    private final int[][] rows;
    private final float[][] similarities;

    private Neighbours(int[][] rows, float[][] similarities) {
        this.rows = rows;
        this.similarities = similarities;
    }

    /**
     * Compares all rows on all cores.
     *
     * @param columnsOf shape [rows][columns], distinct
     * @param rowsOf the same matrix the other way: shape [columns][rows]
     */
    static Neighbours of(int[][] columnsOf, int[][] rowsOf, int k, double shrinkage, EpochProgress progress) {
        int count = columnsOf.length;
        int[][] rows = new int[count][];
        float[][] similarities = new float[count][];
        AtomicInteger done = new AtomicInteger();
        int stretch = 64;
        IntStream.range(0, (count + stretch - 1) / stretch).parallel().forEach(part -> {
            int[] shared = new int[count];
            int[] touched = new int[count];
            for (int row = part * stretch; row < Math.min(count, (part + 1) * stretch); row++) {
                int found = 0;
                for (int column : columnsOf[row]) {
                    for (int other : rowsOf[column]) {
                        if (shared[other]++ == 0) {
                            touched[found++] = other;
                        }
                    }
                }
                best(row, columnsOf, shared, touched, found, k, shrinkage, rows, similarities);
                for (int t = 0; t < found; t++) {
                    shared[touched[t]] = 0;
                }
                progress.batch(done.incrementAndGet(), count, 0);
            }
        });
        return new Neighbours(rows, similarities);
    }

    private static void best(
            int row,
            int[][] columnsOf,
            int[] shared,
            int[] touched,
            int found,
            int k,
            double shrinkage,
            int[][] rows,
            float[][] similarities) {
        long[] keys = new long[found];
        int count = 0;
        for (int t = 0; t < found; t++) {
            int other = touched[t];
            if (other != row) {
                double length = Math.sqrt((double) columnsOf[row].length * columnsOf[other].length);
                float similarity = (float) (shared[other] / (length + shrinkage));
                // Positive floats sort as their bits do; of equals the lower index stays.
                keys[count++] = ((long) Float.floatToIntBits(similarity) << 32) | (Integer.MAX_VALUE - other);
            }
        }
        Arrays.sort(keys, 0, count);
        int kept = Math.min(k, count);
        rows[row] = new int[kept];
        similarities[row] = new float[kept];
        for (int n = 0; n < kept; n++) {
            long key = keys[count - 1 - n];
            rows[row][n] = Integer.MAX_VALUE - (int) key;
            similarities[row][n] = Float.intBitsToFloat((int) (key >>> 32));
        }
    }

    /** The neighbours of a row, best first. */
    int[] of(int row) {
        return rows[row];
    }

    /** Their similarities. */
    float[] similarities(int row) {
        return similarities[row];
    }

    /** The other way: for each row those that have it among their neighbours, with the same similarities. */
    Neighbours reversed() {
        int[] counts = new int[rows.length];
        for (int[] of : rows) {
            for (int other : of) {
                counts[other]++;
            }
        }
        int[][] reversed = new int[rows.length][];
        float[][] same = new float[rows.length][];
        for (int r = 0; r < counts.length; r++) {
            reversed[r] = new int[counts[r]];
            same[r] = new float[counts[r]];
        }
        for (int r = 0; r < rows.length; r++) {
            for (int n = 0; n < rows[r].length; n++) {
                int other = rows[r][n];
                int at = reversed[other].length - counts[other]--;
                reversed[other][at] = r;
                same[other][at] = similarities[r][n];
            }
        }
        return new Neighbours(reversed, same);
    }

    /** All three arrays; {@code row} is what a row is. */
    Weights weights(String row) {
        int total = Arrays.stream(rows).mapToInt(r -> r.length).sum();
        float[] counts = new float[rows.length];
        float[] indices = new float[total];
        float[] values = new float[total];
        int next = 0;
        for (int r = 0; r < rows.length; r++) {
            counts[r] = rows[r].length;
            for (int n = 0; n < rows[r].length; n++) {
                indices[next] = rows[r][n];
                values[next++] = similarities[r][n];
            }
        }
        return new Weights()
                .put("counts", counts, counts.length)
                .put("neighbours", indices, total)
                .put("similarities", values, total)
                .axes("counts", row + ": how many neighbours it has")
                .axes(
                        "neighbours",
                        "neighbour: all of " + row + " 0, the nearest first, then all of " + row + " 1, ...")
                .axes("similarities", "as neighbours");
    }

    static Neighbours of(Weights weights, int rowCount) throws DataException {
        float[] counts = WeightArrays.array(weights, "counts", rowCount);
        int total = 0;
        for (float count : counts) {
            total += (int) count;
        }
        float[] indices = WeightArrays.array(weights, "neighbours", total);
        float[] values = WeightArrays.array(weights, "similarities", total);
        int[][] rows = new int[rowCount][];
        float[][] similarities = new float[rowCount][];
        int next = 0;
        for (int r = 0; r < rowCount; r++) {
            rows[r] = new int[(int) counts[r]];
            similarities[r] = Arrays.copyOfRange(values, next, next + rows[r].length);
            for (int n = 0; n < rows[r].length; n++) {
                rows[r][n] = (int) indices[next++];
            }
        }
        return new Neighbours(rows, similarities);
    }
}
