package dev.nara.ui.tune.chart;

import dev.nara.chart.ParallelAxes;
import dev.nara.chart.ParallelAxes.Axis;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneModel.Interval;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Brushes and moves axes: a drag along an axis brushes it, a click on it clears the brush, a drag of a heading moves its axis. By keys:
 * left and right select an axis, up and down move its brush, or with Shift its upper end; with the shortcut key, left and right move the
 * axis; Delete clears its brush and Escape all brushes.
 */
final class ParallelEditing {
    private static final double NEAR = 14;
    private static final double LEAST = .004;
    private static final double STEP = .04;
    private static final double USUAL = .2;

    private final DrawnChart chart;
    private final TuneModel model;
    private final Supplier<ParallelAxes> axes;
    private final StringProperty active = new SimpleStringProperty("");
    private final ObjectProperty<List<String>> order = new SimpleObjectProperty<>(List.of());
    private int axis = -1;
    private boolean heading;
    private double from;

    ParallelEditing(DrawnChart chart, TuneModel model, Supplier<ParallelAxes> axes) {
        this.chart = chart;
        this.model = model;
        this.axes = axes;
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        chart.focusedProperty().addListener(o -> chart.due());
    }

    /** The id of the axis on which keys act. */
    StringProperty activeProperty() {
        return active;
    }

    String active() {
        return active.get();
    }

    /** The ids of axes in the user's order; other axes follow in their own order. */
    ObjectProperty<List<String>> orderProperty() {
        return order;
    }

    /** The axes in the user's order. */
    ParallelAxes ordered(ParallelAxes all) {
        ParallelAxes ordered = all;
        List<String> wanted = order.get();
        int to = 0;
        for (String id : wanted) {
            int at = place(ordered, id);
            if (at >= 0) {
                ordered = at == to ? ordered : ordered.moved(at, to);
                to++;
            }
        }
        return ordered;
    }

    private static int place(ParallelAxes all, String id) {
        for (int n = 0; n < all.axes().size(); n++) {
            if (all.axes().get(n).id().equals(id)) {
                return n;
            }
        }
        return -1;
    }

    private void press(MouseEvent event) {
        ParallelAxes all = axes.get();
        Rectangle2D area = chart.area();
        axis = -1;
        if (all.axes().isEmpty() || !event.isPrimaryButtonDown()) {
            return;
        }
        int nearest = all.nearest(event.getX(), area);
        heading = ParallelAxes.heading(event.getY(), area);
        if (heading || Math.abs(all.x(nearest, area) - event.getX()) <= NEAR) {
            axis = nearest;
            from = ParallelAxes.share(event.getY(), area);
            active.set(all.axes().get(axis).id());
        }
    }

    private void drag(MouseEvent event) {
        ParallelAxes all = axes.get();
        Rectangle2D area = chart.area();
        if (axis < 0 || axis >= all.axes().size()) {
            return;
        }
        if (heading) {
            int to = all.nearest(event.getX(), area);
            moveTo(all, axis, to);
            axis = to;
            return;
        }
        double to = ParallelAxes.share(event.getY(), area);
        if (Math.abs(to - from) > LEAST) {
            brush(all.axes().get(axis), from, to);
        }
    }

    private void release(MouseEvent event) {
        ParallelAxes all = axes.get();
        if (axis >= 0 && axis < all.axes().size() && !heading && event.isStillSincePress()) {
            clear(all.axes().get(axis));
        }
        axis = -1;
    }

    private void move(MouseEvent event) {
        ParallelAxes all = axes.get();
        boolean head = ParallelAxes.heading(event.getY(), chart.area());
        boolean near = !all.axes().isEmpty()
                && Math.abs(all.x(all.nearest(event.getX(), chart.area()), chart.area()) - event.getX()) <= NEAR;
        chart.setCursor(head ? Cursor.H_RESIZE : near ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    }

    private void moveTo(ParallelAxes all, int at, int to) {
        if (at != to) {
            List<String> ids = new ArrayList<>(all.axes().stream().map(Axis::id).toList());
            ids.add(to, ids.remove(at));
            order.set(List.copyOf(ids));
        }
    }

    private void brush(Axis one, double share, double other) {
        double a = one.value(Math.max(0, Math.min(1, share)));
        double b = one.value(Math.max(0, Math.min(1, other)));
        Map<String, Interval> brush = new HashMap<>(model.brushProperty().get());
        brush.put(one.id(), new Interval(Math.min(a, b), Math.max(a, b)));
        model.brushProperty().set(Map.copyOf(brush));
    }

    private void clear(Axis one) {
        Map<String, Interval> brush = new HashMap<>(model.brushProperty().get());
        if (brush.remove(one.id()) != null) {
            model.brushProperty().set(Map.copyOf(brush));
        }
    }

    private void key(KeyEvent event) {
        ParallelAxes all = axes.get();
        if (event.isAltDown() || all.axes().isEmpty()) {
            return;
        }
        int at = Math.max(0, place(all, active.get()));
        KeyCode code = event.getCode();
        if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            int to = Math.max(0, Math.min(all.axes().size() - 1, at + (code == KeyCode.RIGHT ? 1 : -1)));
            if (event.isShortcutDown()) {
                moveTo(all, at, to);
            } else {
                active.set(all.axes().get(to).id());
            }
        } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
            shift(all.axes().get(at), code == KeyCode.UP ? STEP : -STEP, event.isShiftDown());
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            clear(all.axes().get(at));
        } else if (code == KeyCode.ESCAPE && !model.brushProperty().get().isEmpty()) {
            model.brushProperty().set(Map.of());
        } else {
            return;
        }
        event.consume();
    }

    private void shift(Axis one, double by, boolean upperOnly) {
        Interval part = model.brushProperty().get().get(one.id());
        if (part == null) {
            brush(one, .5 - USUAL / 2, .5 + USUAL / 2);
            return;
        }
        double a = Math.min(one.share(part.low()), one.share(part.high()));
        double b = Math.max(one.share(part.low()), one.share(part.high()));
        double moved = Math.max(-a, Math.min(1 - b, by));
        brush(one, upperOnly ? a : a + moved, upperOnly ? Math.max(a + LEAST, b + by) : b + moved);
    }
}
