package dev.nara.baseline;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The most similar rows of a binary matrix for each row: shape [rows][at most k], best first. The similarity of two rows with a and b
 * columns, of which c are common, is c / (sqrt(a b) + shrinkage): the cosine, reduced for small overlaps.
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
     * @param rowsOf the transposed matrix: shape [columns][rows]
     */
    static Neighbours of(int[][] columnsOf, int[][] rowsOf, int k, double shrinkage, EpochProgress progress) {
        int count = columnsOf.length;
        int[][] rows = new int[count][];
        float[][] similarities = new float[count][];
        double[] roots =
                Arrays.stream(columnsOf).mapToDouble(of -> Math.sqrt(of.length)).toArray();
        AtomicInteger done = new AtomicInteger();
        int stretch = 64;
        IntStream.range(0, (count + stretch - 1) / stretch).parallel().forEach(part -> {
            int[] shared = new int[count];
            Nearest nearest = new Nearest(k);
            for (int row = part * stretch; row < Math.min(count, (part + 1) * stretch); row++) {
                int[] touched = count(columnsOf[row], rowsOf, shared);
                offer(row, columnsOf, roots, shared, touched, shrinkage, nearest);
                rows[row] = nearest.rows();
                similarities[row] = nearest.similarities();
                nearest.clear();
                progress.batch(done.incrementAndGet(), count, 0);
            }
        });
        return new Neighbours(rows, similarities);
    }

    /** Counts the overlap of each row with the one of these columns; returns the overlapping rows, null if most overlap. */
    private static int @Nullable [] count(int[] columns, int[][] rowsOf, int[] shared) {
        long steps = 0;
        for (int column : columns) {
            steps += rowsOf[column].length;
        }
        if (steps >= shared.length / 2) {
            for (int column : columns) {
                for (int other : rowsOf[column]) {
                    shared[other]++;
                }
            }
            return null;
        }
        int[] touched = new int[(int) steps];
        int found = 0;
        for (int column : columns) {
            for (int other : rowsOf[column]) {
                if (shared[other]++ == 0) {
                    touched[found++] = other;
                }
            }
        }
        return Arrays.copyOf(touched, found);
    }

    /** Offers every overlapping row that may be near enough, and resets the counts; roots are of the rows' lengths. */
    private static void offer(
            int row,
            int[][] columnsOf,
            double[] roots,
            int[] shared,
            int @Nullable [] touched,
            double shrinkage,
            Nearest nearest) {
        int own = columnsOf[row].length;
        double root = roots[row];
        int many = touched == null ? shared.length : touched.length;
        for (int t = 0; t < many; t++) {
            int other = touched == null ? t : touched[t];
            int both = shared[other];
            shared[other] = 0;
            // Rejects most rows without a root or division.
            if (both > nearest.bound() * (root * roots[other] + shrinkage) && other != row) {
                double length = Math.sqrt((double) own * columnsOf[other].length);
                nearest.offer(other, (float) (both / (length + shrinkage)));
            }
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

    /** The inverse relation: for each row, those that have it among their neighbours, with the same similarities. */
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

    /** All three arrays; {@code row} names what a row is. */
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
