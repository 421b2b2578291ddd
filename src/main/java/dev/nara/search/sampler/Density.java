package dev.nara.search.sampler;

import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;

/**
 * A density over a space, estimated from settings: a mixture of one kernel per setting, over all dimensions jointly, and the uniform
 * distribution. Kernels of numbers are truncated at the ends of their range; unordered values share a part equally.
 */
final class Density {
    private static final double WIDEST = .2;

    private final Encoding encoding;
    private final double[][] centres;
    private final double width;
    private final double other;

    Density(Encoding encoding, double[][] centres) {
        this.encoding = encoding;
        this.centres = centres;
        // Scott's rule; the weight of other values decreases with the number of settings like a prior of one setting.
        width = WIDEST * Math.pow(Math.max(1, centres.length), -1.0 / (encoding.size() + 4));
        other = 1.0 / (centres.length + 2);
    }

    /** Draws a setting. */
    double[] draw(SplittableRandom random) {
        int centre = random.nextInt(centres.length + 1);
        double[] x = new double[encoding.size()];
        for (int d = 0; d < x.length; d++) {
            x[d] = centre == centres.length || !encoding.counts(d, centres[centre])
                    ? encoding.at(d, random.nextDouble())
                    : drawn(d, centres[centre][d], random);
        }
        return encoding.settled(x);
    }

    private double drawn(int d, double centre, SplittableRandom random) {
        if (encoding.category(d)) {
            return centre < 0 || random.nextDouble() < other ? encoding.at(d, random.nextDouble()) : centre;
        }
        double x;
        do {
            x = Math.min(1, Math.max(0, centre)) + width * random.nextGaussian();
        } while (x < 0 || x > 1);
        return encoding.count(d) == 0 ? x : encoding.value(d, encoding.nearest(d, x));
    }

    /** The log density at coordinates, up to a constant common to all densities of the space. */
    double log(double[] x) {
        double sum = 1;
        for (double[] centre : centres) {
            double product = 1;
            for (int d = 0; d < x.length; d++) {
                product *= encoding.counts(d, x) && encoding.counts(d, centre) ? bell(d, x[d], centre[d]) : 1;
            }
            sum += product;
        }
        return Math.log(sum / (centres.length + 1));
    }

    /** The density of one coordinate relative to the uniform distribution. */
    private double bell(int d, double x, double centre) {
        int count = encoding.count(d);
        if (encoding.category(d)) {
            return x == centre ? (1 - other) * count + other : other;
        }
        double middle = Math.min(1, Math.max(0, centre));
        double height = Math.exp(-(x - middle) * (x - middle) / (2 * width * width));
        if (count > 0) {
            double sum = 0;
            for (int v = 0; v < count; v++) {
                double off = encoding.value(d, v) - middle;
                sum += Math.exp(-off * off / (2 * width * width));
            }
            return height * count / sum;
        }
        return height / (width * Math.sqrt(2 * Math.PI) * inside(middle));
    }

    /** The mass of a kernel within 0 … 1. */
    private double inside(double middle) {
        double root = width * Math.sqrt(2);
        return Erf.erf(-middle / root, (1 - middle) / root) / 2;
    }
}
