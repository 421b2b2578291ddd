package dev.nara.ui.compare;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays out its children in columns of equal width, as many as fit, in several rows if needed. */
final class EvenColumns extends Pane {
    private final double least;
    private final double across;
    private final double down;

    /** {@code least} is the minimum width of a child, {@code across} and {@code down} are the gaps. */
    EvenColumns(double least, double across, double down) {
        this.least = least;
        this.across = across;
        this.down = down;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** The number of columns. */
    int columns(double width) {
        int room = (int) Math.floor((width + across) / (least + across));
        return Math.max(1, Math.min(room, getManagedChildren().size()));
    }

    private double each(double width) {
        int columns = columns(width);
        return Math.floor((width - (columns - 1) * across) / columns);
    }

    @Override
    protected double computeMinWidth(double height) {
        return least;
    }

    @Override
    protected double computePrefWidth(double height) {
        int parts = Math.max(1, getManagedChildren().size());
        return parts * least + (parts - 1) * across;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? computePrefWidth(-1) : width;
        return placed(wide, false);
    }

    @Override
    protected void layoutChildren() {
        placed(getWidth(), true);
    }

    /** Computes the layout row by row, and applies it if {@code place}; returns the total height. */
    private double placed(double width, boolean place) {
        List<Node> parts = getManagedChildren();
        int columns = columns(width);
        double each = each(width);
        double top = 0;
        for (int first = 0; first < parts.size(); first += columns) {
            List<Node> row = parts.subList(first, Math.min(parts.size(), first + columns));
            double high = row.stream()
                    .mapToDouble(part -> part.prefHeight(each))
                    .max()
                    .orElse(0);
            for (int n = 0; place && n < row.size(); n++) {
                row.get(n).resizeRelocate(n * (each + across), top, each, high);
            }
            top += high + down;
        }
        return Math.max(0, top - down);
    }
}
