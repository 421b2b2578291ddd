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
 * Compares stored runs in one metric and gives the verdict; every view uses it. Runs that differ only by the seed are one contender, and
 * each contender is compared user by user with the one that is best on validation. There is a verdict only if all have ended and none chose
 * its best epoch on the test part. Refuses runs that were evaluated differently.
 *
 * @param metric the metric, as in {@code HR@10}
 * @param data the name of the shared data
 * @param protocol the shared split and candidates
 * @param stage the part that the figures belong to
 * @param epoch after which figures are compared while some runs train, 0 if not all have reached one: then there are no figures
 * @param standings one per setting; with a verdict, the best on validation first, then the others by their figures
 * @param looks how often the test part was evaluated in this workspace
 * @param notes further notes: runs that do not count, and why there is no verdict
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
    /** What is compared: the metric, the data, the protocol, and the part that figures belong to. */
    public Text heading() {
        return Text.of("compare.heading", metric, data, protocol, stage.words());
    }

    /** Whether higher is better. */
    public boolean higherIsBetter() {
        return CutoffMetric.worth(metric, 1) > 0;
    }

    public List<Contender> contenders() {
        return standings.stream().map(Standing::contender).toList();
    }

    /** The number of pairs of settings among which the two best were chosen. */
    public long pairs() {
        return Significance.pairs(standings.size());
    }

    /** Whether there is a verdict on at least two settings. */
    public boolean judged() {
        return stage == FigureStage.TESTED && standings.size() > 1;
    }

    /** The same comparison with these two settings first. */
    public SettingsComparison led(Standing first, Standing second) {
        List<Standing> order = new ArrayList<>(List.of(first, second));
        standings.stream().filter(s -> !order.contains(s)).forEach(order::add);
        return new SettingsComparison(metric, data, protocol, stage, epoch, List.copyOf(order), looks, notes);
    }

    /** The standing of a run's setting, if it is among those compared. */
    public Optional<Standing> of(long run) {
        return standings.stream()
                .filter(standing -> standing.runs().contains(run))
                .findFirst();
    }

    /** The settings in which runs differ: by name, with each run's text in order. */
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

    /** Every setting of a run by name, as written. */
    public static Map<String, String> settings(RunSpec spec) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("algorithm", spec.algorithm());
        all.putAll(spec.values());
        all.putAll(spec.run().values());
        all.put("data", spec.data());
        return all;
    }
}
