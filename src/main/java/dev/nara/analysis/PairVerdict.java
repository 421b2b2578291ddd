package dev.nara.analysis;

import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Significance;
import dev.nara.spec.RunSpec;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.List;

/**
 * The verdict on two settings as a sentence, the better one first. Only for settings that have ended and have final figures on a separate
 * test part.
 *
 * @param gap the comparison of the first with the second
 * @param seedsWanted how many more seeds are needed before the sentence can be stated; 0 if it can
 */
public record PairVerdict(
        Significance.Verdict verdict, Standing first, Standing other, SettingGap gap, int seedsWanted, String metric) {

    /**
     * The verdict on two of the compared settings; it determines which is better.
     *
     * @param comparison that contains both; it must be {@link SettingsComparison#judged}
     */
    public static PairVerdict of(SettingsComparison comparison, Standing one, Standing two) {
        double ahead = CutoffMetric.worth(comparison.metric(), one.mean() - two.mean());
        Standing first = ahead < 0 ? two : one;
        Standing other = ahead < 0 ? one : two;
        SettingGap gap = between(first, other, comparison.standings().get(0), comparison.pairs());
        Significance.Verdict verdict = gap.verdict();
        int wanted =
                verdict == Significance.Verdict.MORE_SEEDS ? gap.comparison().seedsWanted() : 0;
        return new PairVerdict(verdict, first, other, gap, wanted, comparison.metric());
    }

    /** The comparison of two settings, the better one first; {@code reference} was already compared with all others. */
    private static SettingGap between(Standing first, Standing other, Standing reference, long pairs) {
        SettingGap known = first.equals(reference) ? other.gap() : null;
        if (known != null) {
            return known;
        }
        SettingGap gap = gap(first, other, pairs);
        SettingGap held = other.equals(reference) ? first.gap() : null;
        return held == null ? gap : new SettingGap(gap.comparison(), held.corrected(), gap.lacking());
    }

    /** The comparison of two settings, corrected for {@code pairs} pairs. */
    static SettingGap gap(Standing first, Standing other, long pairs) {
        List<Standing> both = List.of(first, other);
        SettingGap gap = SettingGap.gaps(
                        both.stream().map(Standing::title).toList(),
                        both.stream().map(s -> s.contender().group()).toList())
                .get(0);
        return new SettingGap(gap.comparison(), Math.min(1, gap.corrected() * pairs), gap.lacking());
    }

    /** Such as "Run 24 is really better than run 19: +.011 [+.006, +.016] Score". */
    public Text sentence() {
        Significance.Comparison c = gap.comparison();
        return Text.of(
                "verdict.pair." + verdict,
                first.number(),
                other.number(),
                DifferenceWords.of(c.difference(), c.low(), c.high()),
                metric,
                seedsWanted,
                lacking());
    }

    /** Names the settings with too few seeds. */
    private Text lacking() {
        boolean ofFirst = first.contender().group().seedsWanted() > 0;
        boolean ofOther = other.contender().group().seedsWanted() > 0;
        return ofFirst && ofOther
                ? Text.of("verdict.lacking.each")
                : Text.of("verdict.lacking", ofFirst ? first.number() : other.number());
    }

    /** The basis of the sentence: part, seeds, users, split, candidates, interval, and how often the test part was evaluated. */
    public Text detail(int looks) {
        RunSpec spec = first.contender().runs().get(0).spec();
        return Text.of(
                "verdict.detail",
                seeds(),
                Numbers.grouped(gap.comparison().users()),
                SaidProtocol.split(spec.split()),
                SaidProtocol.candidates(spec.candidates()),
                Text.of(gap.comparison().bySeeds() > 0 ? "verdict.interval.seeds" : "verdict.interval"),
                looks == 1 ? Text.of("verdict.looks.once") : Text.of("verdict.looks", looks));
    }

    /** How many seeds count, and whether results depend on the seed. */
    private Text seeds() {
        boolean ofFirst = first.contender().group().random();
        boolean ofOther = other.contender().group().random();
        if (!ofFirst && !ofOther) {
            return Text.of("verdict.seeds.none");
        } else if (!ofFirst || !ofOther) {
            Standing random = ofFirst ? first : other;
            return Text.of(
                    "verdict.seeds.one", random.seeds(), random.number(), ofFirst ? other.number() : first.number());
        }
        return first.seeds() == other.seeds()
                ? Text.of("verdict.seeds.each", first.seeds())
                : Text.of("verdict.seeds", first.seeds(), other.seeds());
    }

    /** The probability by chance, and how it was corrected. */
    public Text chance() {
        return Text.of("verdict.chance", Numbers.chance(gap.corrected()));
    }
}
