package dev.nara.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Element-wise work on rows whose width is a multiple of a vector's length. */
final class Lanes {
    /** The vectors of this processor. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** The number of floats per vector. */
    static final int LANES = SPECIES.length();

    private Lanes() {}

    /** to += from. */
    static void add(float[] from, int f, float[] to, int t, int width) {
        for (int i = 0; i < width; i += LANES) {
            FloatVector.fromArray(SPECIES, to, t + i)
                    .add(FloatVector.fromArray(SPECIES, from, f + i))
                    .intoArray(to, t + i);
        }
    }

    /** Adds to the first of some arrays the others, one after the other. */
    static void collect(float[][] arrays, int count, int at, int width) {
        for (int i = at; i < at + width; i += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, arrays[0], i);
            for (int n = 1; n < count; n++) {
                sum = sum.add(FloatVector.fromArray(SPECIES, arrays[n], i));
            }
            sum.intoArray(arrays[0], i);
        }
    }

    /** to += the sum of consecutive rows. */
    static void addRows(int rows, float[] from, int f, float[] to, int width) {
        for (int i = 0; i < width; i += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, to, i);
            for (int r = 0; r < rows; r++) {
                sum = sum.add(FloatVector.fromArray(SPECIES, from, f + r * width + i));
            }
            sum.intoArray(to, i);
        }
    }

    /** to += factor * from. */
    static void addScaled(float factor, float[] from, int f, float[] to, int t, int width) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        for (int i = 0; i < width; i += LANES) {
            factors.fma(FloatVector.fromArray(SPECIES, from, f + i), FloatVector.fromArray(SPECIES, to, t + i))
                    .intoArray(to, t + i);
        }
    }

    /** to = to * from. */
    static void multiply(float[] from, int f, float[] to, int t, int width) {
        for (int i = 0; i < width; i += LANES) {
            FloatVector.fromArray(SPECIES, to, t + i)
                    .mul(FloatVector.fromArray(SPECIES, from, f + i))
                    .intoArray(to, t + i);
        }
    }

    /** to = max(0, a + b). */
    static void addRectified(float[] a, int aFrom, float[] b, int bFrom, float[] to, int t, int width) {
        for (int i = 0; i < width; i += LANES) {
            FloatVector.fromArray(SPECIES, a, aFrom + i)
                    .add(FloatVector.fromArray(SPECIES, b, bFrom + i))
                    .max(0f)
                    .intoArray(to, t + i);
        }
    }

    /** to = max(0, from + bias). */
    static void addAndRectify(float[] from, int f, float bias, float[] to, int t, int width) {
        for (int i = 0; i < width; i += LANES) {
            FloatVector.fromArray(SPECIES, from, f + i).add(bias).max(0f).intoArray(to, t + i);
        }
    }

    /** row = max(0, row). */
    static void rectify(float[] row, int r, int width) {
        for (int i = 0; i < width; i += LANES) {
            FloatVector.fromArray(SPECIES, row, r + i).max(0f).intoArray(row, r + i);
        }
    }

    /** gradient = factor * gradient where the activation is above 0, else 0. */
    static void throughRectifier(float[] activation, int a, float factor, float[] slope, int s, int width) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < width; i += LANES) {
            FloatVector passed = FloatVector.fromArray(SPECIES, slope, s + i).mul(factor);
            zero.blend(passed, FloatVector.fromArray(SPECIES, activation, a + i).compare(VectorOperators.GT, zero))
                    .intoArray(slope, s + i);
        }
    }

    /** The sum of a * b. */
    static FloatVector products(float[] a, int aFrom, float[] b, int bFrom, int width) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < width; i += LANES) {
            sum = FloatVector.fromArray(SPECIES, a, aFrom + i).fma(FloatVector.fromArray(SPECIES, b, bFrom + i), sum);
        }
        return sum;
    }
}
