package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.DifferenceWords;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.PairVerdict;
import dev.nara.analysis.SettingGap;
import dev.nara.analysis.Standing;
import dev.nara.eval.Significance;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Optional;

/** Verdicts and their figures as text; each verdict has a symbol, so that it does not depend on colour alone. */
final class Verdicts {
    private Verdicts() {}

    /** How a setting differs from the best, or why there is no verdict. */
    static String of(Texts texts, Standing standing) {
        return signed(standing.sign(), texts.of(standing.words()));
    }

    /** The same for the setting of a run; "" if the run is not compared. */
    static String of(Texts texts, List<ComparedRow> rows, long run) {
        return rows.stream()
                .filter(row -> row.has(run))
                .map(row -> texts.of(row.verdict()))
                .findFirst()
                .orElse("");
    }

    /** How the two best settings differ in a group. */
    static String of(Texts texts, GroupGaps.Gap gap, Optional<PairVerdict> pair) {
        Significance.Verdict verdict = gap.comparison().verdict(gap.corrected());
        Text words = SettingGap.words(
                verdict,
                gap.difference(),
                gap.comparison().seedsWanted(),
                pair.map(of -> of.gap().lacking()).orElse(""));
        return signed(SettingGap.sign(verdict), texts.of(words));
    }

    private static String signed(String sign, String words) {
        return (sign + " " + words).strip();
    }

    /** The two ends of an interval. */
    static String interval(double low, double high) {
        return DifferenceWords.interval(low, high);
    }
}
