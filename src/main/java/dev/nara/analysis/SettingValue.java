package dev.nara.analysis;

import dev.nara.eval.CutoffMetric;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ended runs that share the value of one setting.
 *
 * @param runs at least one, each with a figure that it is told by
 * @param mean of those figures
 * @param top the runs of the setting among them that was best on validation, a seed each
 */
public record SettingValue(String value, List<StoredRun> runs, double mean, List<StoredRun> top) {
    /**
     * Runs by the value of a setting, those with the highest mean first; runs that have not ended, and those without that setting
     * or metric, are left out. Of the settings with one value the best is chosen by its figure on validation, where it has one, so
     * that what it is told by does not owe to the choice.
     */
    public static List<SettingValue> of(List<StoredRun> runs, String setting, String metric) {
        Map<String, List<StoredRun>> byValue = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            String value = SettingsComparison.settings(run.spec()).getOrDefault(setting, "");
            if (RunFigures.isTold(run) && RunFigures.told(run).containsKey(metric) && !value.isEmpty()) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(run);
            }
        }
        List<SettingValue> values = new ArrayList<>();
        byValue.forEach((value, some) -> {
            List<StoredRun> top = Seeds.bySetting(some).stream()
                    .max(Comparator.comparingDouble(seeds -> onValidation(seeds, metric)))
                    .orElseThrow();
            double mean = some.stream()
                    .mapToDouble(run -> RunFigures.told(run, metric))
                    .average()
                    .orElse(Double.NaN);
            values.add(new SettingValue(value, List.copyOf(some), mean, top));
        });
        values.sort(Comparator.comparingDouble((SettingValue value) -> -CutoffMetric.worth(metric, value.mean())));
        return values;
    }

    private static double onValidation(List<StoredRun> seeds, String metric) {
        return seeds.stream()
                .mapToDouble(run -> CutoffMetric.worth(metric, RunFigures.best(run, metric)))
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** What the best setting is told by: the mean of its seeds. */
    public double told(String metric) {
        return top.stream()
                .mapToDouble(run -> RunFigures.told(run, metric))
                .average()
                .orElse(Double.NaN);
    }
}
