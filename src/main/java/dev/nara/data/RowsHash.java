package dev.nara.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hash of log rows that changes when any of them does; counted when it is first asked for. */
final class RowsHash {
    private static final long HASH = 1_000_003;

    private final Interactions rows;
    private volatile @Nullable Long ofRows;
    private volatile @Nullable Long ofColumns;

    RowsHash(Interactions rows) {
        this.rows = rows;
    }

    /** Continues a hash over where each user's rows end, then every row's item and time; fast when asked again. */
    long rows(long before) {
        Long known = ofRows;
        if (known == null) {
            long hash = 0;
            for (int u = 0; u < rows.users(); u++) {
                hash = hash * HASH + rows.end(u);
            }
            for (int r = 0; r < rows.size(); r++) {
                hash = (hash * HASH + rows.item(r)) * HASH + rows.time(r);
            }
            known = hash;
            ofRows = known;
        }
        long power = 1;
        long square = HASH;
        for (long steps = rows.users() + 2L * rows.size(); steps > 0; steps >>= 1) {
            power *= (steps & 1) == 1 ? square : 1;
            square *= square;
        }
        return before * power + known;
    }

    /** A hash of the further numbers and their names; fast when asked again. */
    long columns() {
        Long known = ofColumns;
        if (known == null) {
            long hash = 0;
            for (Map.Entry<String, float[]> column : rows.numbers().entrySet()) {
                hash = hash * HASH + column.getKey().hashCode();
                for (float value : column.getValue()) {
                    hash = hash * HASH + Float.floatToIntBits(value);
                }
            }
            known = hash;
            ofColumns = known;
        }
        return known;
    }
}
