package dev.nara.analysis;

import dev.nara.store.StoredRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs that share the value of one setting.
 *
 * @param runs at least one, each with a figure
 * @param mean of their figures of best epochs
 * @param top the best of them
 */
public record SettingValue(String value, List<StoredRun> runs, double mean, StoredRun top) {
    /** Runs by the value of a setting, those with the highest mean first; runs without that setting or metric are left out. */
    public static List<SettingValue> of(List<StoredRun> runs, String setting, String metric) {
        Map<String, List<StoredRun>> byValue = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            String value = SettingsComparison.settings(run.spec()).getOrDefault(setting, "");
            if (RunFigures.best(run).containsKey(metric) && !value.isEmpty()) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(run);
            }
        }
        List<SettingValue> values = new ArrayList<>();
        byValue.forEach((value, some) -> {
            StoredRun top = some.stream()
                    .max(Comparator.comparingDouble(run -> RunFigures.best(run, metric)))
                    .orElseThrow();
            double mean = some.stream()
                    .mapToDouble(run -> RunFigures.best(run, metric))
                    .average()
                    .orElse(Double.NaN);
            values.add(new SettingValue(value, List.copyOf(some), mean, top));
        });
        values.sort(Comparator.comparingDouble(SettingValue::mean).reversed());
        return values;
    }
}
