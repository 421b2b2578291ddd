package dev.nara.ui.train.chart;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Lays out the verdict and the tools of the chart: side by side if there is enough space, else the verdict on a line of its own. */
public final class ChartControls extends Pane {
    private static final double GAP = 8;
    /** A verdict wrapped to less than this width is hard to read. */
    private static final double COMFORT = 340;

    private final Region verdict;
    private final Region tools;

    public ChartControls(Region verdict, Region tools) {
        this.verdict = verdict;
        this.tools = tools;
        getChildren().addAll(verdict, tools);
        getStyleClass().add("chart-controls");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    /** Whether both fit on one line of this width. */
    private boolean beside(double inner) {
        return inner - tools.prefWidth(-1) - GAP >= Math.min(COMFORT, verdict.prefWidth(-1));
    }

    private double widthOfVerdict(double inner) {
        double most = beside(inner) ? inner - tools.prefWidth(-1) - GAP : inner;
        return Math.min(verdict.prefWidth(-1), most);
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + tools.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        double ofVerdict = verdict.isManaged() ? verdict.prefWidth(-1) + GAP : 0;
        return snappedLeftInset() + snappedRightInset() + ofVerdict + tools.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width < 0 ? computePrefWidth(-1) : width);
        double ofTools = tools.prefHeight(-1);
        if (!verdict.isManaged()) {
            return ofTools;
        }
        double ofVerdict = verdict.prefHeight(widthOfVerdict(inner));
        return beside(inner) ? Math.max(ofVerdict, ofTools) : ofVerdict + GAP + ofTools;
    }

    @Override
    protected void layoutChildren() {
        double inner = inner(getWidth());
        double left = snappedLeftInset();
        double wide = Math.min(inner, tools.prefWidth(-1));
        double high = tools.prefHeight(-1);
        boolean one = !verdict.isManaged() || beside(inner);
        double top = one ? (getHeight() - high) / 2 : getHeight() - high;
        tools.resizeRelocate(left + inner - wide, Math.rint(top), wide, high);
        if (verdict.isManaged()) {
            double width = widthOfVerdict(inner);
            double ofVerdict = verdict.prefHeight(width);
            verdict.resizeRelocate(left, one ? Math.rint((getHeight() - ofVerdict) / 2) : 0, width, ofVerdict);
        }
    }
}
