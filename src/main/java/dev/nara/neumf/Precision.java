package dev.nara.neumf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The number format of the layers' matrix products; parameters, sums of gradients and the loss are always float32. */
public enum Precision {
    /** 24 bits of mantissa. */
    FLOAT32,
    /** The range of float32, 8 bits of mantissa. */
    BFLOAT16;

    /** As in {@code precision=bfloat16}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Precision of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Precision::toString).toList();
    }
}
