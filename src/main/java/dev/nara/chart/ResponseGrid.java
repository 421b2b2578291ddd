package dev.nara.chart;

/** A model's predictions over two parameters, at the centres of equal cells, and where they are uncertain. */
public final class ResponseGrid {
    private final int columns;
    private final double[] means;
    private final boolean[] unsure;

    /**
     * A grid.
     *
     * @param columns per row
     * @param means of cells, row by row from the bottom
     * @param unsure for each cell, whether its prediction is uncertain
     */
    public ResponseGrid(int columns, double[] means, boolean[] unsure) {
        if (columns < 1 || means.length % columns != 0 || unsure.length != means.length) {
            throw new IllegalArgumentException(columns + " columns, " + means.length + " cells, " + unsure.length);
        }
        this.columns = columns;
        this.means = means.clone();
        this.unsure = unsure.clone();
    }

    /** The number of cells per row. */
    public int columns() {
        return columns;
    }

    /** The number of rows. */
    public int rows() {
        return means.length / columns;
    }

    /** The prediction for a cell. */
    public double mean(int column, int row) {
        return means[row * columns + column];
    }

    /** Whether the prediction for a cell is uncertain. */
    public boolean unsure(int column, int row) {
        return unsure[row * columns + column];
    }
}
