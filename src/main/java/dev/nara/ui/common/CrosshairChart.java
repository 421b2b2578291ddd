package dev.nara.ui.common;

import dev.nara.chart.Crosshair;
import dev.nara.chart.Palette;
import dev.nara.text.Numbers;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;

/** A chart of curves with a line that follows the mouse through all its plots, and the curves' values below. */
public final class CrosshairChart extends VBox {
    private static final int MOST_VALUES = 24;

    private final ChartViewer viewer;
    private final Crosshair crosshair;
    private final FlowPane values = new FlowPane();

    /** Shows a chart whose plots lie over one axis. */
    public CrosshairChart(JFreeChart chart, Palette palette, Texts texts) {
        viewer = Charts.viewer(chart, texts);
        crosshair = new Crosshair(chart, palette);
        values.getStyleClass().add("crosshair-values");
        values.setMinHeight(24);
        VBox.setVgrow(viewer, Priority.ALWAYS);
        getChildren().addAll(viewer, values);
        viewer.addEventHandler(MouseEvent.MOUSE_MOVED, e -> follow(e.getX()));
        viewer.addEventHandler(MouseEvent.MOUSE_EXITED, e -> leave());
    }

    private void follow(double x) {
        Rectangle2D area = viewer.getRenderingInfo().getPlotInfo().getDataArea();
        if (area.isEmpty() || !(viewer.getChart().getPlot() instanceof CombinedDomainXYPlot plot)) {
            return;
        }
        double at = plot.getDomainAxis().java2DToValue(x, area, plot.getDomainAxisEdge());
        if (plot.getDomainAxis().getRange().contains(at)) {
            show(at);
        } else {
            leave();
        }
    }

    /** Puts the line at a value of the axis. */
    public void show(double at) {
        double place = crosshair.moveTo(at);
        List<Crosshair.Value> found = crosshair.values();
        values.getChildren().clear();
        String axis = viewer.getChart().getXYPlot().getDomainAxis().getLabel();
        add(axis + " " + Numbers.plain(Math.round(place * 100) / 100.0), "crosshair-place");
        String plot = "";
        for (Crosshair.Value value : found.subList(0, Math.min(MOST_VALUES, found.size()))) {
            if (!value.plot().equals(plot)) {
                plot = value.plot();
                add(plot, "crosshair-place");
            }
            add(value.name() + " " + value.value(), "crosshair-value");
        }
    }

    private void add(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        values.getChildren().add(label);
    }

    private void leave() {
        crosshair.hide();
        values.getChildren().clear();
    }
}
