package dev.nara.search.sampler;

import java.util.Arrays;

/** Minimises a smooth function of a few numbers by BFGS with a backtracking line search (Nocedal and Wright 2006, chapter 6). */
final class Descent {
    private static final double ENOUGH = 1e-4;
    /** A limit on the step in any (logarithmic) coordinate. */
    private static final double LONGEST = 1.5;

    private final Smooth function;
    private int left;
    private double[] x;
    private double[] gradient;
    private double value;
    private double[] inverse;

    /** A function that writes its gradient and returns its value. */
    interface Smooth {
        double at(double[] x, double[] gradient);
    }

    private Descent(double[] start, Smooth function, int evaluations) {
        this.function = function;
        left = evaluations - 1;
        x = start.clone();
        gradient = new double[x.length];
        value = function.at(x, gradient);
        inverse = identity(x.length);
    }

    /** The best point found from {@code start} within a number of evaluations. */
    static double[] from(double[] start, Smooth function, int evaluations) {
        Descent descent = new Descent(start, function, evaluations);
        double before = Double.POSITIVE_INFINITY;
        while (before - descent.value > ENOUGH) {
            before = descent.value;
            descent.step();
        }
        return descent.x;
    }

    /** Moves to a lower point along the quasi-Newton direction, if one is found. */
    private void step() {
        double[] direction = product(inverse, gradient, -1);
        double slope = dot(direction, gradient);
        if (!(slope < 0)) {
            inverse = identity(x.length);
            direction = product(inverse, gradient, -1);
            slope = dot(direction, gradient);
        }
        double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        double[] next = new double[x.length];
        double[] nextGradient = new double[x.length];
        for (double length = Math.min(1, LONGEST / Math.max(1e-12, longest)); left > 0; length /= 3) {
            left--;
            for (int i = 0; i < next.length; i++) {
                next[i] = x[i] + length * direction[i];
            }
            double there = function.at(next, nextGradient);
            if (there <= value + ENOUGH * length * slope) {
                inverse = updated(inverse, difference(next, x), difference(nextGradient, gradient));
                x = next;
                gradient = nextGradient;
                value = there;
                return;
            }
        }
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

    private static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
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
