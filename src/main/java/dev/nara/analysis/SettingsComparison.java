package dev.nara.analysis;

import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Significance;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stored runs held against each other in one metric, and the verdict on them: the one place that makes it, for every view. Runs
 * that differ by the seed alone are one contender, and each contender is compared with the one that is best on validation, user by user. There is a verdict
 * only where all of them have ended and none chose its best epoch on the test part. Refuses runs that were not evaluated alike.
 *
 * @param metric the metric, as in {@code HR@10}
 * @param data the name of the data that all share
 * @param protocol split and candidates, which all share
 * @param stage what the figures are of
 * @param epoch the one whose figures stand beside each other while some train, 0 where not all have reached one: then there are no
 *     figures
 * @param standings a setting each; where there is a verdict, the best on validation first, which the others are held against, and these by their
 *     figures
 * @param looks how often the test part was looked at in this workspace
 * @param notes what else is to be known: runs that do not count, and why there is no verdict
 */
public record SettingsComparison(
        String metric,
        String data,
        String protocol,
        FigureStage stage,
        int epoch,
        List<Standing> standings,
        int looks,
        List<Text> notes) {
    /** What is compared: the metric, the data, the protocol, and what the figures are of. */
    public Text heading() {
        return Text.of("compare.heading", metric, data, protocol, stage.words());
    }

    /** Whether the higher figure is the better one. */
    public boolean higherIsBetter() {
        return CutoffMetric.worth(metric, 1) > 0;
    }

    /** The settings, as they stand. */
    public List<Contender> contenders() {
        return standings.stream().map(Standing::contender).toList();
    }

    /** From how many pairs of settings the two best were taken. */
    public long pairs() {
        return Significance.pairs(standings.size());
    }

    /** Whether two settings or more have a verdict. */
    public boolean judged() {
        return stage == FigureStage.TESTED && standings.size() > 1;
    }

    /** The same comparison with these two settings before all others. */
    public SettingsComparison led(Standing first, Standing second) {
        List<Standing> order = new ArrayList<>(List.of(first, second));
        standings.stream().filter(s -> !order.contains(s)).forEach(order::add);
        return new SettingsComparison(metric, data, protocol, stage, epoch, List.copyOf(order), looks, notes);
    }

    /** Where the setting of a run stands, if it is among those compared. */
    public Optional<Standing> of(long run) {
        return standings.stream()
                .filter(standing -> standing.runs().contains(run))
                .findFirst();
    }

    /** The settings in which some runs differ: by name, the text of each run in order. */
    public static Map<String, List<String>> differences(List<StoredRun> runs) {
        List<Map<String, String>> all =
                runs.stream().map(run -> settings(run.spec())).toList();
        Set<String> names = new LinkedHashSet<>();
        all.forEach(one -> names.addAll(one.keySet()));
        Map<String, List<String>> differences = new LinkedHashMap<>();
        for (String name : names) {
            List<String> texts =
                    all.stream().map(one -> one.getOrDefault(name, "")).toList();
            if (texts.stream().distinct().count() > 1) {
                differences.put(name, texts);
            }
        }
        return differences;
    }

    /** Every setting of a run by name, as it is written. */
    public static Map<String, String> settings(RunSpec spec) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("algorithm", spec.algorithm());
        all.putAll(spec.values());
        all.putAll(spec.run().values());
        all.put("data", spec.data());
        return all;
    }
}
