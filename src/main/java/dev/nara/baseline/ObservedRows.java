package dev.nara.baseline;

import dev.nara.data.Interactions;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The observed pairs of one side, users or items, or of some of its rows: the columns of each row and their confidences. Serialisable, so
 * that parts can be sent to machines.
 */
public final class ObservedRows implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[][] columns;
    private final float[][] confidences;

    private ObservedRows(int[][] columns, float[][] confidences) {
        this.columns = columns;
        this.confidences = confidences;
    }

    /** The rows of users; a pair seen v times has confidence 1 + {@code confidence} ln v. */
    static ObservedRows ofUsers(Interactions train, double confidence) {
        int[][] items = train.distinctItems();
        float[][] confidences = new float[items.length][];
        int[] views = new int[train.items()];
        for (int u = 0; u < items.length; u++) {
            for (int r = train.start(u); r < train.end(u); r++) {
                views[train.item(r)]++;
            }
            confidences[u] = new float[items[u].length];
            for (int n = 0; n < items[u].length; n++) {
                confidences[u][n] = (float) (1 + confidence * Math.log(views[items[u][n]]));
                views[items[u][n]] = 0;
            }
        }
        return new ObservedRows(items, confidences);
    }

    /** One row, each column seen once. */
    static ObservedRows row(int[] columns) {
        float[] confidences = new float[columns.length];
        Arrays.fill(confidences, 1);
        return new ObservedRows(new int[][] {columns}, new float[][] {confidences});
    }

    /** The transposed rows, for the other side with that many rows. */
    ObservedRows transposed(int rows) {
        int[] counts = new int[rows];
        for (int[] of : columns) {
            for (int column : of) {
                counts[column]++;
            }
        }
        int[][] others = new int[rows][];
        float[][] same = new float[rows][];
        for (int r = 0; r < rows; r++) {
            others[r] = new int[counts[r]];
            same[r] = new float[counts[r]];
        }
        for (int c = 0; c < columns.length; c++) {
            for (int n = 0; n < columns[c].length; n++) {
                int row = columns[c][n];
                int at = others[row].length - counts[row]--;
                others[row][at] = c;
                same[row][at] = confidences[c][n];
            }
        }
        return new ObservedRows(others, same);
    }

    /** Rows {@code from} … {@code to - 1} renumbered from 0; arrays are shared. */
    public ObservedRows part(int from, int to) {
        return new ObservedRows(Arrays.copyOfRange(columns, from, to), Arrays.copyOfRange(confidences, from, to));
    }

    /** The number of rows. */
    public int size() {
        return columns.length;
    }

    /** The observed columns of a row; not a copy. */
    int[] columns(int row) {
        return columns[row];
    }

    /** Their confidences; not a copy. */
    float[] confidences(int row) {
        return confidences[row];
    }

    /** The number of pairs. */
    public long pairs() {
        return Arrays.stream(columns).mapToLong(of -> of.length).sum();
    }
}
