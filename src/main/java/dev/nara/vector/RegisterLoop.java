package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Multiply-adds on vectors that never leave their registers: the most that a core can do. */
final class RegisterLoop {
    private static final int SUMS = 10;

    private RegisterLoop() {}

    /** Does at least that many, adds their sum to {@code to[0]}, and returns how many they were. */
    static long run(long many, float[] to) {
        int rounds = (int) (many / SUMS / LANES + 1);
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector term = FloatVector.broadcast(SPECIES, 0.001f);
        // Each waits for its own last step alone; a processor has four such steps under way in each of two units.
        FloatVector s0 = term;
        FloatVector s1 = term;
        FloatVector s2 = term;
        FloatVector s3 = term;
        FloatVector s4 = term;
        FloatVector s5 = term;
        FloatVector s6 = term;
        FloatVector s7 = term;
        FloatVector s8 = term;
        FloatVector s9 = term;
        for (int r = 0; r < rounds; r++) {
            s0 = s0.fma(factor, term);
            s1 = s1.fma(factor, term);
            s2 = s2.fma(factor, term);
            s3 = s3.fma(factor, term);
            s4 = s4.fma(factor, term);
            s5 = s5.fma(factor, term);
            s6 = s6.fma(factor, term);
            s7 = s7.fma(factor, term);
            s8 = s8.fma(factor, term);
            s9 = s9.fma(factor, term);
        }
        FloatVector sum =
                s0.add(s1).add(s2.add(s3)).add(s4.add(s5)).add(s6.add(s7).add(s8.add(s9)));
        float[] lanes = new float[LANES];
        sum.intoArray(lanes, 0);
        for (float lane : lanes) {
            to[0] += lane;
        }
        return (long) rounds * SUMS * LANES;
    }
}
