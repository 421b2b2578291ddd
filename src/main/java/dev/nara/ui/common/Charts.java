package dev.nara.ui.common;

import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.plot.Zoomable;

/** Chart viewers with menus in the window's language. */
public final class Charts {
    private Charts() {}

    /** A viewer: dragging zooms, a double click fits; its menu also copies the picture. */
    public static ChartViewer viewer(JFreeChart chart, Texts texts) {
        ChartViewer viewer = new ChartViewer(chart);
        viewer.getCanvas().setTooltipEnabled(false);
        viewer.getStyleClass().add("chart-viewer");
        viewer.setMinSize(0, 0);
        MenuItem fit = new MenuItem();
        fit.textProperty().bind(texts.binding("chart.menu.fit"));
        fit.setOnAction(e -> fit(viewer));
        MenuItem copy = new MenuItem();
        copy.textProperty().bind(texts.binding("chart.menu.copy"));
        copy.setOnAction(e -> copy(viewer));
        viewer.getContextMenu().getItems().setAll(fit, copy);
        viewer.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                fit(viewer);
            }
        });
        return viewer;
    }

    private static void copy(ChartViewer viewer) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(viewer.snapshot(null, null));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void fit(ChartViewer viewer) {
        if (viewer.getChart().getPlot() instanceof Zoomable plot) {
            PlotRenderingInfo drawn = viewer.getRenderingInfo().getPlotInfo();
            plot.zoomDomainAxes(0, drawn, null);
            // JFreeChart would fit only the subplot at the mouse position, but a menu has no position.
            if (plot instanceof CombinedDomainXYPlot combined) {
                for (Object part : combined.getSubplots()) {
                    ((XYPlot) part).getRangeAxis().setAutoRange(true);
                }
            } else {
                plot.zoomRangeAxes(0, drawn, null);
            }
        }
    }
}
