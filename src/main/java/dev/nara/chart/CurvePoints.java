package dev.nara.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A line from left to right, its points by their place on the axis. */
record CurvePoints(List<Point> points) {
    /** A point with a standard deviation around it, 0 for none. */
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

    /** All that the line and the band around it reach. */
    DoubleStream values() {
        return points.stream().flatMapToDouble(p -> DoubleStream.of(p.value - p.around, p.value + p.around));
    }

    /** The point that stands at a place, give or take half a step; empty where the line is not that long. */
    OptionalInt at(double place, double half) {
        return IntStream.range(0, points.size())
                .filter(n -> Math.abs(points.get(n).place - place) <= half)
                .reduce((one, other) ->
                        Math.abs(points.get(other).place - place) < Math.abs(points.get(one).place - place)
                                ? other
                                : one);
    }

    /** At most the highest and the lowest of those that fall on one pixel, so that a line of many points costs no more than it shows. */
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
