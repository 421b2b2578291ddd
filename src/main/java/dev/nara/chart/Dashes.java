package dev.nara.chart;

import java.awt.BasicStroke;

/** Lines of dashes. */
final class Dashes {
    private Dashes() {}

    /** As wide, with dashes and gaps of these lengths. */
    static BasicStroke of(float width, float... lengths) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }
}
