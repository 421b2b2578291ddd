package dev.nara.ui.tune;

import dev.nara.ui.common.Texts;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/** A chart that is drawn anew when something it shows has changed: once a pulse, and only while it is on screen. */
final class DrawnChart extends Region {
    private static final double LEAST = 40;

    private final Canvas canvas = new Canvas();
    private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
    private final ChartRenderingInfo drawn = new ChartRenderingInfo();
    private final Supplier<JFreeChart> source;
    private final ObservableBooleanValue seen;
    private final Label told = new Label();
    private final Region ring = new Region();
    private @Nullable JFreeChart chart;
    private boolean due = true;

    /** {@code seen} says whether it is on screen. */
    DrawnChart(Supplier<JFreeChart> source, Texts texts, ObservableBooleanValue seen) {
        this.source = source;
        this.seen = seen;
        seen.addListener((o, was, is) -> requestLayout());
        getStyleClass().add("drawn-chart");
        setFocusTraversable(true);
        setMinSize(0, 0);
        canvas.setManaged(false);
        told.setManaged(false);
        told.setVisible(false);
        told.setMouseTransparent(true);
        told.getStyleClass().add("chart-told");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.getStyleClass().add("chart-ring");
        getChildren().addAll(canvas, told, ring);
        setOnMouseExited(e -> told.setVisible(false));
        MenuItem copy = new MenuItem();
        copy.textProperty().bind(texts.binding("chart.menu.copy"));
        copy.setOnAction(e -> copy());
        ContextMenu menu = new ContextMenu(copy);
        setOnContextMenuRequested(e -> menu.show(this, e.getScreenX(), e.getScreenY()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            menu.hide();
        });
    }

    /** Draws anew whenever one of these changes. */
    void follow(Observable... shown) {
        for (Observable each : shown) {
            each.addListener(o -> due());
        }
    }

    /** What it shows has changed. */
    void due() {
        due = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        ring.resizeRelocate(0, 0, getWidth(), getHeight());
        if (!seen.get() || width < LEAST || height < LEAST) {
            return;
        }
        if (due || canvas.getWidth() != width || canvas.getHeight() != height) {
            due = false;
            canvas.setWidth(width);
            canvas.setHeight(height);
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            chart = source.get();
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, drawn);
        }
    }

    /** The part of the picture within the axes, as last drawn. */
    Rectangle2D inner() {
        return drawn.getPlotInfo().getDataArea();
    }

    /** The whole picture. */
    Rectangle2D area() {
        return new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    /** Where a point of the plot lies; far outside before it was drawn. */
    Point2D at(double x, double y) {
        if (chart == null || !(chart.getPlot() instanceof XYPlot plot)) {
            return new Point2D.Double(-LEAST, -LEAST);
        }
        return new Point2D.Double(
                plot.getDomainAxis().valueToJava2D(x, inner(), plot.getDomainAxisEdge()),
                plot.getRangeAxis().valueToJava2D(y, inner(), plot.getRangeAxisEdge()));
    }

    /** Says something beside the pointer; "" for nothing. */
    void tell(String words, double x, double y) {
        told.setText(words);
        told.setVisible(!words.isEmpty());
        told.autosize();
        told.relocate(
                Math.max(0, Math.min(x + 12, getWidth() - told.getWidth() - 2)),
                Math.max(0, Math.min(y - told.getHeight() - 8, getHeight() - told.getHeight())));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(canvas.snapshot(null, null));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
