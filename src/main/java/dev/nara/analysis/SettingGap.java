package dev.nara.analysis;

import dev.nara.eval.Significance;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What separates a contender from the one that it is held against.
 *
 * @param corrected the probability by chance, corrected for the number of pairs of contenders, of which these are one
 * @param lacking the contender with too few seeds, "" for none
 */
public record SettingGap(Significance.Comparison comparison, double corrected, String lacking) {
    /** What to think of it. */
    public Significance.Verdict verdict() {
        return comparison.verdict(corrected);
    }

    /** The verdict on the other one in words. */
    public Text words() {
        return words(verdict(), 0 - comparison.difference(), comparison.seedsWanted(), lacking);
    }

    /**
     * A verdict in words.
     *
     * @param difference of that which is judged from what it is held against
     */
    public static Text words(Significance.Verdict verdict, double difference, int seedsWanted, String lacking) {
        if (verdict == Significance.Verdict.REAL) {
            return Text.of(difference < 0 ? "verdict.REAL.lower" : "verdict.REAL.higher");
        }
        return Text.of("verdict." + verdict, seedsWanted, lacking);
    }

    /** A sign for the verdict, so that none is told by colour alone. */
    public String sign() {
        return SettingGap.sign(verdict());
    }

    /** A sign for a verdict. */
    public static String sign(Significance.Verdict verdict) {
        return switch (verdict) {
            case REAL -> "✓";
            case NOISE -> "≈";
            case MORE_SEEDS -> "?";
        };
    }

    /** What separates two settings of which the first is the better; {@code reference} has been held against all others already. */
    static SettingGap between(Standing first, Standing other, Standing reference, long pairs) {
        SettingGap known = first.equals(reference) ? other.gap() : null;
        if (known != null) {
            return known;
        }
        SettingGap gap = of(first, other, pairs);
        SettingGap held = other.equals(reference) ? first.gap() : null;
        return held == null ? gap : new SettingGap(gap.comparison, held.corrected, gap.lacking);
    }

    /** What separates two settings, one of so many pairs. */
    static SettingGap of(Standing first, Standing other, long pairs) {
        List<Standing> both = List.of(first, other);
        SettingGap gap = gaps(
                        both.stream().map(Standing::title).toList(),
                        both.stream().map(s -> s.contender().group()).toList())
                .get(0);
        return new SettingGap(gap.comparison, Math.min(1, gap.corrected * pairs), gap.lacking);
    }

    /** What separates each contender from the first, which is the reference; one fewer than there are contenders. */
    static List<SettingGap> gaps(List<String> titles, List<Significance.Group> groups) {
        Significance.Group best = groups.get(0);
        List<Significance.Comparison> all = groups.stream()
                .skip(1)
                .map(other -> Significance.compare(best, other, 1))
                .toList();
        // Any pair can come out on top, or be picked by somebody who looks at the figures that are tested now.
        double[] corrected = Significance.holm(
                all.stream().mapToDouble(Significance.Comparison::p).toArray(), Significance.pairs(groups.size()));
        List<SettingGap> gaps = new ArrayList<>();
        for (int n = 0; n < corrected.length; n++) {
            int fewer = best.seedsWanted() >= groups.get(n + 1).seedsWanted() ? 0 : n + 1;
            gaps.add(new SettingGap(
                    all.get(n), corrected[n], groups.get(fewer).seedsWanted() > 0 ? titles.get(fewer) : ""));
        }
        return gaps;
    }
}
