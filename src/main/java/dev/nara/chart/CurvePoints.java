package dev.nara.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A line from left to right, its points by x. */
record CurvePoints(List<Point> points) {
    /** A point with a standard deviation, 0 for none. */
    record Point(double place, double value, double around) {}

    CurvePoints {
        points = List.copyOf(points);
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    /** The vertical range of the line and its band. */
    DoubleStream values() {
        return points.stream().flatMapToDouble(p -> DoubleStream.of(p.value - p.around, p.value + p.around));
    }

    /** The point at an x, within half a step; empty if the line does not reach there. */
    OptionalInt at(double place, double half) {
        return IntStream.range(0, points.size())
                .filter(n -> Math.abs(points.get(n).place - place) <= half)
                .reduce((one, other) ->
                        Math.abs(points.get(other).place - place) < Math.abs(points.get(one).place - place)
                                ? other
                                : one);
    }

    /** Thinned to the highest and lowest point per pixel, so that long lines cost no more than they show. */
    CurvePoints thinned(double pixel) {
        if (points.size() < 3) {
            return this;
        }
        List<Point> kept = new ArrayList<>();
        Point low = points.get(0);
        Point high = low;
        for (Point point : points) {
            if (Math.floor(point.place / pixel) != Math.floor(low.place / pixel)) {
                keep(kept, low, high);
                low = point;
                high = point;
            } else {
                low = point.value < low.value ? point : low;
                high = point.value > high.value ? point : high;
            }
        }
        keep(kept, low, high);
        return new CurvePoints(kept);
    }

    private static void keep(List<Point> kept, Point low, Point high) {
        kept.add(low.place <= high.place ? low : high);
        if (low.place != high.place) {
            kept.add(low.place <= high.place ? high : low);
        }
    }
}
