package dev.nara.search.sampler;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds figures to the digits that are certain: two digits of their error. */
final class Digits {
    private static final int MOST = 8;

    private Digits() {}

    /** The figure, rounded to the second digit of its error. */
    static String of(double figure, double error) {
        if (!(error > 0) || !Double.isFinite(error)) {
            return new BigDecimal(figure)
                    .round(new MathContext(6))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        int places = Math.min(MOST, 1 - (int) Math.floor(Math.log10(error)));
        return new BigDecimal(figure)
                .setScale(places, RoundingMode.HALF_EVEN)
                .setScale(Math.max(0, places), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
