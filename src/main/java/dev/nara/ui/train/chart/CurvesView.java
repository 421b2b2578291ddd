package dev.nara.ui.train.chart;

import dev.nara.chart.CurveColours;
import dev.nara.chart.Palette;
import dev.nara.chart.RunPicture;
import dev.nara.chart.RunPlot;
import dev.nara.chart.RunScene;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Side;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * The chart of the runs on screen, with a crosshair that follows the mouse or the arrow keys from epoch to epoch, and a card with the
 * values there.
 */
public final class CurvesView extends Region {
    private static final double AWAY = 10;

    private final Canvas lines = new Canvas();
    private final Canvas crosshair = new Canvas();
    private final ReadingCard card;
    private final Texts texts;
    private final ReadOnlyDoubleWrapper place = new ReadOnlyDoubleWrapper(Double.NaN);
    private @Nullable RunPicture picture;
    private @Nullable RunScene scene;
    private Palette palette = Palette.light();

    public CurvesView(Texts texts) {
        this.texts = texts;
        setId("train-chart");
        getStyleClass().add("curves-view");
        card = new ReadingCard(texts);
        card.setMouseTransparent(true);
        card.setManaged(false);
        crosshair.setMouseTransparent(true);
        getChildren().setAll(lines, crosshair, card);
        setFocusTraversable(true);
        setMinSize(0, 0);
        accessibleTextProperty().bind(texts.binding("train.chart"));
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> read(Double.NaN));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                read(Double.NaN);
            }
        });
        setOnContextMenuRequested(e -> menu().show(this, Side.TOP, e.getX(), e.getY()));
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem(texts.get("chart.menu.copy"));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(lines.snapshot(null, null));
            Clipboard.getSystemClipboard().setContent(content);
        });
        return new ContextMenu(copy);
    }

    /** Draws another picture; the crosshair keeps its position. */
    public void show(RunPicture now, Palette colours) {
        picture = now;
        palette = colours;
        draw();
    }

    /** The current picture; null for none. */
    public @Nullable RunPicture picture() {
        return picture;
    }

    /** The layout of the picture; null for none. */
    public @Nullable RunScene scene() {
        return scene;
    }

    /** The value on the axis at the crosshair, NaN for none. */
    public ReadOnlyDoubleProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (lines.getWidth() != width || lines.getHeight() != height) {
            for (Canvas canvas : List.of(lines, crosshair)) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
            draw();
        }
    }

    private void draw() {
        RunPicture now = picture;
        GraphicsContext g = lines.getGraphicsContext2D();
        g.clearRect(0, 0, lines.getWidth(), lines.getHeight());
        if (now != null && lines.getWidth() > 0 && lines.getHeight() > 0) {
            scene = RunPlot.draw(
                    new FXGraphics2D(g), now, lines.getWidth(), lines.getHeight(), palette, texts.locale());
            drawCrosshair();
        }
    }

    private void point(double x) {
        RunScene now = scene;
        if (now != null) {
            double at = now.place(x);
            boolean within = at >= 0 && x <= now.right() + AWAY;
            read(within ? at : Double.NaN);
        }
    }

    /** Moves the crosshair to the nearest point; NaN hides it. */
    public void read(double near) {
        RunScene now = scene;
        place.set(
                now == null || Double.isNaN(near) || now.places().isEmpty()
                        ? Double.NaN
                        : now.read(near).place());
        drawCrosshair();
    }

    private void key(KeyEvent e) {
        RunScene now = scene;
        if (now == null || now.places().isEmpty() || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        List<Double> places = now.places();
        int at = places.indexOf(place.get());
        switch (e.getCode()) {
            case LEFT -> read(places.get(at < 0 ? places.size() - 1 : Math.max(0, at - 1)));
            case RIGHT -> read(places.get(at < 0 ? 0 : Math.min(places.size() - 1, at + 1)));
            case HOME -> read(places.get(0));
            case END -> read(places.get(places.size() - 1));
            case B -> read(now.best());
            case ESCAPE -> read(Double.NaN);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void drawCrosshair() {
        GraphicsContext g = crosshair.getGraphicsContext2D();
        g.clearRect(0, 0, crosshair.getWidth(), crosshair.getHeight());
        RunScene now = scene;
        RunPicture shown = picture;
        boolean any = now != null && shown != null && Double.isFinite(place.get());
        card.setVisible(any);
        if (!any || now == null || shown == null) {
            return;
        }
        RunScene.Readings readings = now.read(place.get());
        double x = Math.rint(readings.x()) + .5;
        CurveColours colours = new CurveColours(palette);
        g.setStroke(ReadingCard.colour(colours.muted()));
        g.setLineWidth(1);
        g.strokeLine(x, now.top(), x, now.bottom());
        g.setLineWidth(2);
        g.setFill(ReadingCard.colour(palette.plot()));
        // The run on screen comes first, so it is drawn last, above the others.
        for (int n = readings.runs().size() - 1; n >= 0; n--) {
            RunScene.Reading reading = readings.runs().get(n);
            g.setStroke(ReadingCard.colour(colours.of(reading.run())));
            ring(g, readings.x(), reading.lossY(), 3.2);
            ring(g, readings.x(), reading.figureY(), 3.6);
        }
        card.show(readings, shown, colours);
        double width = card.prefWidth(-1);
        double height = card.prefHeight(-1);
        boolean right = readings.x() + AWAY + width < now.right();
        card.resizeRelocate(
                right ? readings.x() + AWAY : Math.max(0, readings.x() - AWAY - width),
                Math.max(now.top(), now.bottom() - height - 2 * AWAY - 30),
                width,
                height);
    }

    private static void ring(GraphicsContext g, double x, double y, double radius) {
        if (Double.isFinite(y)) {
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }
}
