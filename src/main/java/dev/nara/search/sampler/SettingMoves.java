package dev.nara.search.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Candidate points for the acquisition search: random ones, ones near good settings, and the neighbours of a point. */
final class SettingMoves {
    private static final double[] STRIDES = {.2, .07, .02};

    private final Encoding encoding;
    private final SplittableRandom random;

    SettingMoves(Encoding encoding, SplittableRandom random) {
        this.encoding = encoding;
        this.random = random;
    }

    /** Uniformly random points. */
    double[] anywhere() {
        double[] x = new double[encoding.size()];
        for (int d = 0; d < x.length; d++) {
            x[d] = encoding.at(d, random.nextDouble());
        }
        return encoding.settled(x);
    }

    /** Copies of a point with one or a few coordinates changed. */
    double[] near(double[] centre) {
        double[] x = centre.clone();
        int must = random.nextInt(x.length);
        for (int d = 0; d < x.length; d++) {
            if (d == must || random.nextDouble() < 1.0 / x.length) {
                x[d] = changed(d, x[d]);
            }
        }
        return encoding.settled(x);
    }

    private double changed(int d, double coordinate) {
        int count = encoding.count(d);
        if (encoding.category(d)) {
            return random.nextInt(count);
        }
        double moved = coordinate + .15 * random.nextGaussian();
        if (count == 0) {
            return Math.min(1, Math.max(0, moved));
        }
        int from = encoding.nearest(d, coordinate);
        int to = encoding.nearest(d, moved);
        int step = to != from ? to : from + (random.nextBoolean() ? 1 : -1);
        return encoding.value(d, Math.min(count - 1, Math.max(0, step)));
    }

    /** All points that differ from a point by a step in one coordinate. */
    List<double[]> neighbours(double[] centre) {
        List<double[]> neighbours = new ArrayList<>();
        for (int d = 0; d < centre.length; d++) {
            int count = encoding.count(d);
            if (encoding.category(d)) {
                for (int v = 0; v < count; v++) {
                    add(neighbours, centre, d, v);
                }
            } else if (count > 0) {
                int at = encoding.nearest(d, centre[d]);
                for (int v = Math.max(0, at - 2); v <= Math.min(count - 1, at + 2); v++) {
                    add(neighbours, centre, d, encoding.value(d, v));
                }
            } else {
                for (double stride : STRIDES) {
                    add(neighbours, centre, d, Math.min(1, centre[d] + stride));
                    add(neighbours, centre, d, Math.max(0, centre[d] - stride));
                }
            }
        }
        return neighbours;
    }

    private void add(List<double[]> neighbours, double[] centre, int d, double coordinate) {
        if (coordinate != centre[d]) {
            double[] x = centre.clone();
            x[d] = coordinate;
            neighbours.add(encoding.settled(x));
        }
    }

    /** Every setting of the space, up to a number; empty if there are more. */
    List<double[]> all(long most) {
        long all = 1;
        for (int d = 0; d < encoding.size(); d++) {
            int count = encoding.count(d);
            all = count == 0 || all > most ? Long.MAX_VALUE / 1000 : all * count;
        }
        if (all > most) {
            return List.of();
        }
        List<double[]> settings = new ArrayList<>();
        for (long number = 0; number < all; number++) {
            double[] x = new double[encoding.size()];
            long rest = number;
            for (int d = 0; d < x.length; d++) {
                x[d] = encoding.value(d, (int) (rest % encoding.count(d)));
                rest /= encoding.count(d);
            }
            settings.add(encoding.settled(x));
        }
        return settings;
    }
}
