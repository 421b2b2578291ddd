package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A setting among those compared, and what separates it from the best.
 *
 * @param gap null for the best itself
 * @param mean over seeds and users
 * @param deviation the standard deviation of the seeds' means; NaN for one seed
 */
public record Standing(
        SettingsComparison.Contender contender, SettingsComparison.@Nullable Gap gap, double mean, double deviation) {
    /** All settings of a comparison, the best first. */
    public static List<Standing> of(SettingsComparison comparison) {
        List<SettingsComparison.Gap> gaps = comparison.gaps();
        List<Standing> standings = new ArrayList<>();
        for (int n = 0; n < comparison.contenders().size(); n++) {
            SettingsComparison.Contender contender = comparison.contenders().get(n);
            standings.add(new Standing(
                    contender,
                    n == 0 ? null : gaps.get(n - 1),
                    contender.group().mean(),
                    contender.group().deviation()));
        }
        return standings;
    }

    /**
     * Where some runs stand among each other, each with the other seeds of its setting.
     *
     * @param runs one of each setting
     * @param all where their other seeds are looked for
     * @return by the number of every run that was compared
     * @throws DataException if they were not evaluated alike
     */
    public static Map<Long, Standing> withSeeds(
            RunStore store, Algorithms algorithms, List<StoredRun> runs, List<StoredRun> all, String metric)
            throws DataException {
        List<StoredRun> seeds = all.stream()
                .filter(run -> runs.stream().anyMatch(one -> Seeds.sameSetting(run, one)))
                .toList();
        Map<Long, Standing> byRun = new HashMap<>();
        for (Standing standing : of(SettingsComparison.of(store, algorithms, seeds, metric))) {
            standing.runs().forEach(run -> byRun.put(run, standing));
        }
        return byRun;
    }

    /** The numbers of its runs, a seed each. */
    public List<Long> runs() {
        return contender.runs().stream().map(StoredRun::id).toList();
    }

    /** Numbers of the runs with the name of the first. */
    public String title() {
        return contender.title();
    }

    /** The algorithm's id. */
    public String algorithm() {
        return contender.runs().get(0).spec().algorithm();
    }

    /** How many seeds it was trained with. */
    public int seeds() {
        return contender.runs().size();
    }

    /** Its mean minus that of the best; NaN for the best. */
    public double difference() {
        return ofComparison(c -> -c.difference());
    }

    /** The lower end of the difference's 95 % interval. */
    public double low() {
        return ofComparison(c -> -c.high());
    }

    /** The upper end. */
    public double high() {
        return ofComparison(c -> -c.low());
    }

    /** The probability by chance, corrected for the number of settings; NaN for the best. */
    public double p() {
        return gap == null ? Double.NaN : gap.corrected();
    }

    /** The share of seeds in the variance of the difference, the rest being of users; NaN for the best. */
    public double bySeeds() {
        return ofComparison(c -> c.bySeeds() == 0 ? 0 : c.bySeeds() / (c.bySeeds() + c.byUsers()));
    }

    /** The probability by chance of users alone, by a paired t test; NaN for the best. */
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
