package dev.nara.baseline;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.text.Text;

/** What several baselines do alike. */
final class Shared {
    private Shared() {}

    /** Rows of one length, one after the other: shape [rows * length]. */
    static float[] flat(float[][] rows, int length) {
        float[] flat = new float[rows.length * length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, flat, r * length, length);
        }
        return flat;
    }

    /** An array of weights that must be there and have that many values; 0 for any number. */
    static float[] array(Weights weights, String name, long size) throws DataException {
        float[] array = weights.get(name);
        if (array == null || (size > 0 && array.length != size)) {
            throw new DataException(Text.of("weights.mismatch", name), Text.of("weights.mismatch.remedy"));
        }
        return array;
    }
}
