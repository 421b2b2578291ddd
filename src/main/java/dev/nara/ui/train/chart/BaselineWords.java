package dev.nara.ui.train.chart;

import dev.nara.chart.AmongLevels;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;

/** Describes a run's best figure in comparison with the strongest cheap algorithm drawn with it. */
final class BaselineWords {
    /** A difference below this needs more than three digits. */
    private static final double SMALL = .001;

    private BaselineWords() {}

    /** Such as "Score below EASE, −.036". */
    static String of(AmongLevels among, Texts texts) {
        String name = among.strongest().name();
        if (among.side() == 0) {
            return texts.get("baseline.equal", among.metric(), name);
        }
        String key = among.lowerIsBetter()
                ? among.side() > 0 ? "baseline.better" : "baseline.worse"
                : among.side() > 0 ? "baseline.above" : "baseline.below";
        double difference = among.best() - among.strongest().figure();
        boolean small = Math.abs(difference) < SMALL;
        return texts.get(
                key, among.metric(), name, small ? BareNumbers.signed(difference) : BareNumbers.signed(difference, 3));
    }
}
