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
