package dev.nara.ui.compare;

import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.SettingGap;
import dev.nara.analysis.Standing;
import dev.nara.eval.Significance;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.List;

/** Verdicts and the figures behind them in words; each verdict has a sign, so that none is told by colour alone. */
final class Verdicts {
    private Verdicts() {}

    /** What separates a setting from the best, or why there is no verdict. */
    static String of(Texts texts, Standing standing) {
        return signed(standing.sign(), texts.of(standing.words()));
    }

    /** The same of the setting of a run; "" where the run is not among those compared. */
    static String of(Texts texts, List<Standing> standings, long run) {
        return standings.stream()
                .filter(standing -> standing.runs().contains(run))
                .map(standing -> of(texts, standing))
                .findFirst()
                .orElse("");
    }

    /** What separates the two best in a group. */
    static String of(Texts texts, GroupGaps.Gap gap, List<Standing> standings) {
        Significance.Verdict verdict = gap.comparison().verdict(gap.corrected());
        Text words = Text.of("verdict." + verdict, gap.comparison().seedsWanted(), lacking(standings));
        return signed(SettingGap.sign(verdict), texts.of(words));
    }

    /** Of the two best settings the one with too few seeds, "" for none. */
    private static String lacking(List<Standing> standings) {
        SettingGap gap = standings.size() > 1 ? standings.get(1).gap() : null;
        return gap == null ? "" : gap.lacking();
    }

    private static String signed(String sign, String words) {
        return (sign + " " + words).strip();
    }

    /** A probability. */
    static String chance(Number p) {
        return p.doubleValue() < 0.0001 ? "< 0.0001" : Numbers.figure(p);
    }

    /** The ends of an interval. */
    static String interval(double low, double high) {
        return Numbers.signed(low) + " … " + Numbers.signed(high);
    }
}
