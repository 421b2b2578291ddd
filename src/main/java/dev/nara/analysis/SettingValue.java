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
 * @param runs at least one, each with a final figure
 * @param mean of those figures
 * @param top the runs of the best setting on validation among them, one per seed
 */
public record SettingValue(String value, List<StoredRun> runs, double mean, List<StoredRun> top) {
    /**
     * Groups runs by the value of a setting, highest mean first; runs that have not ended or lack the setting or metric are left out.
     * Within a value, the best setting is chosen by validation where possible, so that its final figure is not biased by the choice.
     */
    public static List<SettingValue> of(List<StoredRun> runs, String setting, String metric) {
        Map<String, List<StoredRun>> byValue = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            String value = SettingsComparison.settings(run.spec()).getOrDefault(setting, "");
            if (RunFigures.isReported(run) && RunFigures.reported(run).containsKey(metric) && !value.isEmpty()) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(run);
            }
        }
        List<SettingValue> values = new ArrayList<>();
        byValue.forEach((value, some) -> {
            List<StoredRun> top = Seeds.bySetting(some).stream()
                    .max(Comparator.comparingDouble(seeds -> onValidation(seeds, metric)))
                    .orElseThrow();
            double mean = some.stream()
                    .mapToDouble(run -> RunFigures.reported(run, metric))
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

    /** The final figure of the best setting: the mean of its seeds. */
    public double reported(String metric) {
        return top.stream()
                .mapToDouble(run -> RunFigures.reported(run, metric))
                .average()
                .orElse(Double.NaN);
    }
}
