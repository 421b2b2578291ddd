package dev.nara.ui.tune.chart;

import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * A chart that is redrawn when its content has changed, while it is visible. It is drawn on another thread, one picture at a time, so that
 * many trials do not block the window; changes meanwhile appear in the next picture.
 */
final class DrawnChart extends Region {
    private static final int LEAST = 40;
    private static final Duration LONG = Duration.millis(500);

    private final Supplier<Supplier<JFreeChart>> source;
    private final ObservableBooleanValue seen;
    private final Jobs jobs;
    private final ImageView view = new ImageView();
    private final Label reading = new Label();
    private final Region ring = new Region();
    /** Shown if the first picture takes long. */
    private final Label coming;

    private final PauseTransition longer = new PauseTransition(LONG);
    private @Nullable Picture shown;
    private boolean due = true;
    private boolean drawing;

    /** A drawn chart. */
    private record Picture(JFreeChart chart, BufferedImage image, ChartRenderingInfo info, int width, int height) {}

    /**
     * A chart with a source of pictures.
     *
     * @param source called on the JavaFX thread; the result makes the chart on another thread
     * @param seen whether the chart is visible
     */
    DrawnChart(Supplier<Supplier<JFreeChart>> source, Texts texts, ObservableBooleanValue seen, Jobs jobs) {
        this.source = source;
        this.seen = seen;
        this.jobs = jobs;
        seen.addListener((o, was, is) -> requestLayout());
        getStyleClass().add("drawn-chart");
        setFocusTraversable(true);
        setMinSize(0, 0);
        reading.setVisible(false);
        reading.getStyleClass().add("chart-reading");
        ring.getStyleClass().add("chart-ring");
        coming = Labels.whole(texts.binding("chart.drawing"), "cell-detail");
        coming.setVisible(false);
        longer.setOnFinished(e -> coming.setVisible(shown == null));
        for (Node part : new Node[] {view, coming, reading, ring}) {
            part.setManaged(false);
            part.setMouseTransparent(true);
            getChildren().add(part);
        }
        setOnMouseExited(e -> reading.setVisible(false));
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

    /** Redraws whenever one of these changes. */
    void follow(Observable... shown) {
        for (Observable each : shown) {
            each.addListener(o -> due());
        }
    }

    /** Redraws because the content has changed. */
    void due() {
        due = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        ring.resizeRelocate(0, 0, getWidth(), getHeight());
        coming.autosize();
        coming.relocate((getWidth() - coming.getWidth()) / 2, (getHeight() - coming.getHeight()) / 2);
        int width = (int) Math.floor(getWidth());
        int height = (int) Math.floor(getHeight());
        boolean other = shown == null || shown.width() != width || shown.height() != height;
        if (seen.get() && !drawing && width >= LEAST && height >= LEAST && (due || other)) {
            due = false;
            drawing = true;
            if (shown == null) {
                longer.playFromStart();
            }
            Supplier<JFreeChart> chart = source.get();
            double scale = getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
            jobs.quietly(() -> draw(chart.get(), width, height, scale), this::show, this::failed);
        }
    }

    private static Picture draw(JFreeChart chart, int width, int height, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
        graphics.dispose();
        return new Picture(chart, image, info, width, height);
    }

    private void show(Picture picture) {
        drawing = false;
        shown = picture;
        coming.setVisible(false);
        BufferedImage image = picture.image();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        view.setImage(new WritableImage(new PixelBuffer<>(
                image.getWidth(), image.getHeight(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance())));
        view.setFitWidth(picture.width());
        view.setFitHeight(picture.height());
        requestLayout();
    }

    private void failed(Throwable error) {
        drawing = false;
        throw new IllegalStateException("a chart cannot be drawn", error);
    }

    /** The plot area within the axes in the last picture. */
    Rectangle2D inner() {
        return shown == null
                ? new Rectangle2D.Double()
                : shown.info().getPlotInfo().getDataArea();
    }

    /** The whole area of the last picture. */
    Rectangle2D area() {
        return shown == null
                ? new Rectangle2D.Double(0, 0, 1, 1)
                : new Rectangle2D.Double(0, 0, shown.width(), shown.height());
    }

    /** The position of a point of the plot; negative before the first picture. */
    Point2D at(double x, double y) {
        if (shown == null || !(shown.chart().getPlot() instanceof XYPlot plot)) {
            return new Point2D.Double(-LEAST, -LEAST);
        }
        return new Point2D.Double(
                plot.getDomainAxis().valueToJava2D(x, inner(), plot.getDomainAxisEdge()),
                plot.getRangeAxis().valueToJava2D(y, inner(), plot.getRangeAxisEdge()));
    }

    /** Shows a text beside the mouse pointer; hides it for "". */
    void tell(String words, double x, double y) {
        reading.setText(words);
        reading.setVisible(!words.isEmpty());
        reading.autosize();
        reading.relocate(
                Math.max(0, Math.min(x + 12, getWidth() - reading.getWidth() - 2)),
                Math.max(0, Math.min(y - reading.getHeight() - 8, getHeight() - reading.getHeight())));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(view.getImage());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
