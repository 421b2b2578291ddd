package dev.nara.ui.data.figures;

import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Theme;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A drawing whose parts have tooltips and can be clicked to show the rows behind them; the arrow keys go from part to part, and Enter opens
 * one.
 */
abstract class Drawing extends Region {
    private final Canvas canvas = new Canvas();
    private @Nullable Tooltip tooltip;
    private final ReadOnlyObjectProperty<Theme> theme;
    private List<Spot> spots = List.of();
    private int current = -1;

    /**
     * A part of a drawing.
     *
     * @param says its description with figures
     * @param opens what a click opens, given the description; null for nothing
     */
    record Spot(
            Rectangle2D place,
            Supplier<String> says,
            @Nullable Consumer<String> opens) {}

    Drawing(ReadOnlyObjectProperty<Theme> theme, double height) {
        this.theme = theme;
        getStyleClass().add("drawing");
        getChildren().add(canvas);
        setMinWidth(0);
        setMinHeight(height);
        setPrefHeight(height);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        theme.addListener((o, was, is) -> redraw());
        focusedProperty().addListener((o, was, is) -> {
            current = is ? current : -1;
            redraw();
        });
        setOnMouseMoved(e -> say(at(e)));
        setOnMouseExited(e -> say(null));
        setOnMouseClicked(e -> open(at(e)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Draws everything; returns the parts. */
    abstract List<Spot> paint(Brush brush);

    /** Requests a new drawing. */
    final void redraw() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        Brush brush = new Brush(canvas.getGraphicsContext2D(), Colours.of(theme.get()), width, height);
        spots = paint(brush);
        if (current >= 0 && current < spots.size()) {
            Rectangle2D place = spots.get(current).place();
            double[] xs = {place.getMinX(), place.getMaxX(), place.getMaxX(), place.getMinX(), place.getMinX()};
            double[] ys = {place.getMinY(), place.getMinY(), place.getMaxY(), place.getMaxY(), place.getMinY()};
            brush.curve(xs, ys, xs.length, Colours.of(theme.get()).text(), 1.5);
        }
    }

    private @Nullable Spot at(MouseEvent e) {
        return spots.stream()
                .filter(spot -> spot.place().contains(e.getX(), e.getY()))
                .findFirst()
                .orElse(null);
    }

    private void say(@Nullable Spot spot) {
        if (tooltip == null) {
            tooltip = new Tooltip();
        }
        String says = spot == null ? "" : spot.says().get();
        if (spot == null) {
            Tooltip.uninstall(this, tooltip);
            tooltip.hide();
        } else if (!says.equals(tooltip.getText()) || !tooltip.isShowing()) {
            tooltip.setText(says);
            Tooltip.install(this, tooltip);
        }
        setCursor(spot == null || spot.opens() == null ? null : Cursor.HAND);
    }

    private static void open(@Nullable Spot spot) {
        if (spot != null && spot.opens() != null) {
            spot.opens().accept(spot.says().get());
        }
    }

    private void key(KeyEvent e) {
        int step = e.getCode() == KeyCode.RIGHT ? 1 : e.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0 && !spots.isEmpty()) {
            current = Math.max(0, Math.min(spots.size() - 1, current + step));
            setAccessibleText(spots.get(current).says().get());
            redraw();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && current >= 0 && current < spots.size()) {
            open(spots.get(current));
            e.consume();
        }
    }
}
