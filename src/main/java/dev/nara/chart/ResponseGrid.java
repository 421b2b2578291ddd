package dev.nara.chart;

/** What a model expects over two parameters, at the middles of equal cells, and how unsure it is there. */
public final class ResponseGrid {
    private final int columns;
    private final double[] means;
    private final boolean[] unsure;

    /**
     * A grid.
     *
     * @param columns in a row
     * @param means of cells, row by row from the bottom
     * @param unsure of the same cells, whether little is known there
     */
    public ResponseGrid(int columns, double[] means, boolean[] unsure) {
        if (columns < 1 || means.length % columns != 0 || unsure.length != means.length) {
            throw new IllegalArgumentException(columns + " columns, " + means.length + " cells, " + unsure.length);
        }
        this.columns = columns;
        this.means = means.clone();
        this.unsure = unsure.clone();
    }

    /** How many cells a row has. */
    public int columns() {
        return columns;
    }

    /** How many rows there are. */
    public int rows() {
        return means.length / columns;
    }

    /** What is expected in a cell. */
    public double mean(int column, int row) {
        return means[row * columns + column];
    }

    /** Whether little is known of a cell. */
    public boolean unsure(int column, int row) {
        return unsure[row * columns + column];
    }
}
