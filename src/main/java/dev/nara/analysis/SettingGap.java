package dev.nara.analysis;

import dev.nara.eval.Significance;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparison of a contender with the reference.
 *
 * @param corrected the probability by chance, corrected for the number of pairs of contenders
 * @param lacking the contender with too few seeds, "" for none
 */
public record SettingGap(Significance.Comparison comparison, double corrected, String lacking) {
    /** The verdict. */
    public Significance.Verdict verdict() {
        return comparison.verdict(corrected);
    }

    /** The verdict on the contender as text. */
    public Text words() {
        return words(verdict(), 0 - comparison.difference(), comparison.seedsWanted(), lacking);
    }

    /**
     * A verdict as text.
     *
     * @param difference of the judged setting minus the reference
     */
    public static Text words(Significance.Verdict verdict, double difference, int seedsWanted, String lacking) {
        if (verdict == Significance.Verdict.REAL) {
            return Text.of(difference < 0 ? "verdict.REAL.lower" : "verdict.REAL.higher");
        }
        return Text.of("verdict." + verdict, seedsWanted, lacking);
    }

    /** A symbol for the verdict, so that it is not shown by colour alone. */
    public String sign() {
        return SettingGap.sign(verdict());
    }

    /** The symbol of a verdict. */
    public static String sign(Significance.Verdict verdict) {
        return switch (verdict) {
            case REAL -> "✓";
            case NOISE -> "≈";
            case MORE_SEEDS -> "?";
        };
    }

    /** The comparisons of each contender with the first, the reference; one fewer than there are contenders. */
    static List<SettingGap> gaps(List<String> titles, List<Significance.Group> groups) {
        Significance.Group best = groups.get(0);
        List<Significance.Comparison> all = groups.stream()
                .skip(1)
                .map(other -> Significance.compare(best, other, 1))
                .toList();
        // Any pair can turn out best, or be selected after seeing the tested figures.
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
