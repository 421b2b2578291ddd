package dev.nara.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trials as lines over parallel axes of parameters and figures, and the brush, which selects trials within every brushed range.
 *
 * @param brush ranges by axis id, in the axes' units
 */
public record ParallelAxes(List<Axis> axes, List<Line> lines, Map<String, Part> brush) {
    private static final double LEFT = 52;
    private static final double RIGHT = 60;
    private static final double TOP = 44;
    private static final double BOTTOM = 20;

    /** Copies its parts. */
    public ParallelAxes {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
        brush = Map.copyOf(brush);
    }

    /**
     * An axis from {@code low} at the bottom to {@code high} at the top, in its own unit.
     *
     * @param id of a parameter, of a metric, or another
     * @param limit in its unit, NaN for none
     * @param atLeast whether the limit is a minimum instead of a maximum
     */
    public record Axis(
            String id, String name, double low, double high, List<Tick> ticks, double limit, boolean atLeast) {
        /** Copies the list. */
        public Axis {
            ticks = List.copyOf(ticks);
        }

        /** An axis without a limit. */
        public static Axis of(String id, String name, double low, double high, List<Tick> ticks) {
            return new Axis(id, name, low, high, ticks, Double.NaN, true);
        }

        /** The relative position of a value on the axis; the middle for an axis with one value. */
        public double share(double value) {
            return high == low ? .5 * (1 + Math.signum(value - low)) : (value - low) / (high - low);
        }

        /** The value at a relative position. */
        public double value(double share) {
            return low + share * (high - low);
        }
    }

    /** A labelled value of an axis. */
    public record Tick(double value, String words) {}

    /**
     * A trial.
     *
     * @param values one per axis, NaN if it has none
     * @param share its position on the scale of figures, NaN for no figure
     * @param selected its index among the selected trials, -1 if it is not selected
     */
    public record Line(int trial, List<Double> values, double share, boolean dropped, int selected) {}

    /** A range of an axis, ends included. */
    public record Part(double low, double high) {
        /** Whether a value is in it. */
        public boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /** Whether a trial is within all brushed ranges. */
    public boolean within(Line line) {
        for (int n = 0; n < axes.size(); n++) {
            Part part = brush.get(axes.get(n).id());
            if (part != null && !part.holds(line.values().get(n))) {
                return false;
            }
        }
        return true;
    }

    /** A copy with another brush. */
    public ParallelAxes brushed(Map<String, Part> other) {
        return new ParallelAxes(axes, lines, other);
    }

    /** A copy with an axis moved to another position. */
    public ParallelAxes moved(int from, int to) {
        List<Axis> moved = new ArrayList<>(axes);
        moved.add(to, moved.remove(from));
        List<Line> all = lines.stream()
                .map(line -> {
                    List<Double> values = new ArrayList<>(line.values());
                    values.add(to, values.remove(from));
                    return new Line(line.trial(), values, line.share(), line.dropped(), line.selected());
                })
                .toList();
        return new ParallelAxes(moved, all, brush);
    }

    /** The x coordinate of an axis in an area. */
    public double x(int axis, Rectangle2D area) {
        double wide = area.getWidth() - LEFT - RIGHT;
        return area.getMinX() + LEFT + (axes.size() < 2 ? wide / 2 : wide * axis / (axes.size() - 1));
    }

    /** The axis nearest to an x coordinate. */
    public int nearest(double x, Rectangle2D area) {
        int nearest = 0;
        for (int n = 1; n < axes.size(); n++) {
            nearest = Math.abs(x(n, area) - x) < Math.abs(x(nearest, area) - x) ? n : nearest;
        }
        return nearest;
    }

    /** The y coordinate of a relative position on an axis; positions outside are moved to its ends. */
    public static double y(double share, Rectangle2D area) {
        double high = area.getHeight() - TOP - BOTTOM;
        return area.getMinY() + TOP + high * (1 - Math.max(0, Math.min(1, share)));
    }

    /** The relative position at a y coordinate, 0 … 1. */
    public static double share(double y, Rectangle2D area) {
        double high = area.getHeight() - TOP - BOTTOM;
        return Math.max(0, Math.min(1, 1 - (y - area.getMinY() - TOP) / high));
    }

    /** Whether a y coordinate is among the headings. */
    public static boolean heading(double y, Rectangle2D area) {
        return y < area.getMinY() + TOP - 8;
    }
}
