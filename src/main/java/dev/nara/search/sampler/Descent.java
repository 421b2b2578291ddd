package dev.nara.search.sampler;

import java.util.Arrays;

/** Minimises a smooth function of a few numbers by BFGS with a backtracking line search (Nocedal and Wright 2006, chapter 6). */
final class Descent {
    private static final double ENOUGH = 1e-4;

    private Descent() {}

    /** A function that writes its gradient and returns its value. */
    interface Smooth {
        double at(double[] x, double[] gradient);
    }

    /** The best point found from {@code start} with at most so many evaluations. */
    static double[] from(double[] start, Smooth function, int evaluations) {
        int n = start.length;
        double[] x = start.clone();
        double[] gradient = new double[n];
        double value = function.at(x, gradient);
        double[] inverse = identity(n, 1);
        double length = 1;
        for (int left = evaluations - 1; left > 0; ) {
            double[] step = product(inverse, gradient, -1);
            double slope = dot(step, gradient);
            if (!(slope < 0)) {
                inverse = identity(n, 1);
                step = product(inverse, gradient, -1);
                slope = dot(step, gradient);
            }
            // No hyper-parameter, a logarithm, moves by more than this at once.
            double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            length = Math.min(1, 1.5 / Math.max(1e-12, longest));
            double[] next = new double[n];
            double[] nextGradient = new double[n];
            double nextValue = Double.NaN;
            for (; left > 0; left--, length /= 3) {
                for (int i = 0; i < n; i++) {
                    next[i] = x[i] + length * step[i];
                }
                nextValue = function.at(next, nextGradient);
                if (nextValue <= value + ENOUGH * length * slope) {
                    left--;
                    break;
                }
                nextValue = Double.NaN;
            }
            if (Double.isNaN(nextValue)) {
                return x;
            }
            inverse = updated(inverse, difference(next, x), difference(nextGradient, gradient));
            double gain = value - nextValue;
            x = next;
            gradient = nextGradient;
            value = nextValue;
            if (gain < 1e-4) {
                return x;
            }
        }
        return x;
    }

    private static double[] updated(double[] inverse, double[] s, double[] y) {
        int n = s.length;
        double curvature = dot(s, y);
        if (curvature < 1e-10) {
            return inverse;
        }
        double[] hy = product(inverse, y, 1);
        double factor = (1 + dot(y, hy) / curvature) / curvature;
        double[] result = inverse.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i * n + j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
            }
        }
        return result;
    }

    private static double[] identity(int n, double value) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = value;
        }
        return identity;
    }

    private static double[] product(double[] matrix, double[] x, double factor) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += factor * matrix[i * x.length + j] * x[j];
            }
        }
        return product;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
