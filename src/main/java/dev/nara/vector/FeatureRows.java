package dev.nara.vector;

import dev.nara.neumf.DistinctRows;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.SideFeature;
import java.util.Arrays;

/** The embedding of one categorical feature within a batch: its rows are shared by many users or items. */
final class FeatureRows {
    private final SideFeature feature;
    private final float[] table;
    private final Optimizer.Update update;
    private final int width;
    private final float[] slopes;
    private final float[] sums;
    private final int[] touched;
    private final boolean[] isTouched;

    /** For at most {@code most} distinct users or items. */
    FeatureRows(SideFeature feature, float[] table, int most, Optimizer optimizer) {
        this.feature = feature;
        this.table = table;
        update = optimizer.of(table);
        width = feature.width();
        slopes = new float[most * width];
        sums = new float[feature.categories() * width];
        touched = new int[feature.categories()];
        isTouched = new boolean[feature.categories()];
    }

    /** Copies the embedding row of a user or item. */
    void gather(int index, float[] to, int at) {
        System.arraycopy(table, feature.code(index) * width, to, at, width);
    }

    /** Stores the input gradients of a distinct user or item until all are known. */
    void keep(int slot, float[] from, int at) {
        System.arraycopy(from, at, slopes, slot * width, width);
    }

    /** Sums the stored gradients of each row in a fixed order, and updates the row. */
    void update(DistinctRows distinct, float scale) {
        int rows = 0;
        for (int s = 0; s < distinct.count(); s++) {
            int code = feature.code(distinct.row(s));
            if (!isTouched[code]) {
                isTouched[code] = true;
                touched[rows++] = code;
                Arrays.fill(sums, code * width, (code + 1) * width, 0);
            }
            for (int i = 0; i < width; i++) {
                sums[code * width + i] += slopes[s * width + i];
            }
        }
        for (int t = 0; t < rows; t++) {
            update.at(touched[t] * width, width, sums, touched[t] * width, scale);
            isTouched[touched[t]] = false;
        }
    }
}
