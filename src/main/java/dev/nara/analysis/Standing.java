package dev.nara.analysis;

import dev.nara.eval.Significance;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A setting among those compared, and its verdict relative to the first of them.
 *
 * @param mean over seeds and users
 * @param deviation the standard deviation of the seeds' means; NaN for one seed
 * @param difference its mean minus that of the first; NaN for the first
 * @param gap its comparison with the best; null for the best itself, and without a verdict
 * @param sign a symbol for the kind of verdict; "" without one
 * @param words the verdict, or why there is none yet
 */
public record Standing(
        Contender contender,
        double mean,
        double deviation,
        double difference,
        @Nullable SettingGap gap,
        String sign,
        Text words) {
    /**
     * The verdicts on contenders, the first of which is the reference; a single contender is not judged.
     *
     * @param validated whether the reference is the best on validation instead of by the compared figures themselves
     */
    static List<Standing> judged(List<Contender> contenders, boolean validated) {
        List<SettingGap> gaps = SettingGap.gaps(
                contenders.stream().map(Contender::title).toList(),
                contenders.stream().map(Contender::group).toList());
        List<Standing> standings = new ArrayList<>();
        for (int n = 0; n < contenders.size(); n++) {
            Contender contender = contenders.get(n);
            if (n > 0) {
                SettingGap gap = gaps.get(n - 1);
                standings.add(of(contenders, n, gap, gap.sign(), gap.words()));
            } else if (contenders.size() > 1) {
                standings.add(of(contenders, n, null, "★", Text.of(validated ? "verdict.best" : "verdict.highest")));
            } else {
                standings.add(of(List.of(contender), n, null, "", Text.of("verdict.alone")));
            }
        }
        return standings;
    }

    /** No verdict: the best epochs were chosen by these very figures. */
    static List<Standing> chosenOnTest(List<Contender> contenders) {
        List<Standing> standings = new ArrayList<>();
        for (int n = 0; n < contenders.size(); n++) {
            standings.add(of(contenders, n, null, "", Text.of("verdict.on.test")));
        }
        return standings;
    }

    /** No verdict: some runs train or wait; {@code epoch} is the one after which figures are compared, 0 for none yet. */
    static List<Standing> atEpoch(List<Contender> contenders, int epoch) {
        List<Standing> standings = new ArrayList<>();
        for (int n = 0; n < contenders.size(); n++) {
            double mean = contenders.get(n).group().mean();
            double first = contenders.get(0).group().mean();
            Text words = epoch == 0 || Double.isNaN(mean) || Double.isNaN(first)
                    ? Text.of("verdict.yet")
                    : n == 0
                            ? Text.of("verdict.epoch", epoch)
                            : Text.of("verdict.same.epoch", epoch, Numbers.signed(mean - first));
            standings.add(of(contenders, n, null, "", words));
        }
        return standings;
    }

    private static Standing of(List<Contender> all, int place, @Nullable SettingGap gap, String sign, Text words) {
        Significance.Group group = all.get(place).group();
        double difference =
                place == 0 ? Double.NaN : group.mean() - all.get(0).group().mean();
        return new Standing(all.get(place), group.mean(), group.deviation(), difference, gap, sign, words);
    }

    /** The same setting compared with another reference. */
    Standing against(Standing other, SettingGap itsGap) {
        return new Standing(contender, mean, deviation, mean - other.mean, itsGap, itsGap.sign(), itsGap.words());
    }

    /** The numbers of its runs, one per seed. */
    public List<Long> runs() {
        return contender.runs().stream().map(StoredRun::id).toList();
    }

    /** The numbers of its runs, with the name of the first. */
    public String title() {
        return contender.title();
    }

    /** The number of its first run. */
    public long number() {
        return contender.runs().get(0).id();
    }

    /** The algorithm's id. */
    public String algorithm() {
        return contender.runs().get(0).spec().algorithm();
    }

    /** The number of seeds that count. */
    public int seeds() {
        return contender.runs().size();
    }

    /** The lower end of the difference's 95% interval. */
    public double low() {
        return ofComparison(c -> 0 - c.high());
    }

    /** The upper end. */
    public double high() {
        return ofComparison(c -> 0 - c.low());
    }

    /** The probability by chance, corrected for the number of pairs of settings; NaN without a verdict. */
    public double p() {
        return gap == null ? Double.NaN : gap.corrected();
    }

    /** The share of seeds in the variance of the difference, the rest being due to users; NaN without a verdict. */
    public double bySeeds() {
        return ofComparison(c -> c.bySeeds() == 0 ? 0 : c.bySeeds() / (c.bySeeds() + c.byUsers()));
    }

    /** The probability by chance of users alone, by a paired t test; NaN without a verdict. */
    public double tTest() {
        return ofComparison(Significance.Comparison::tTest);
    }

    /** The same by Wilcoxon's signed ranks. */
    public double wilcoxon() {
        return ofComparison(Significance.Comparison::wilcoxon);
    }

    private double ofComparison(ToDoubleFunction<Significance.Comparison> figure) {
        return gap == null ? Double.NaN : figure.applyAsDouble(gap.comparison());
    }
}
