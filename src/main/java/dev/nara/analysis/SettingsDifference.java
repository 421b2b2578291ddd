package dev.nara.analysis;

import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings in which two runs differ, such as "MLP layers 32-16 → 64-32, Negatives per positive 4 → 8". Settings that do not affect
 * figures, and those that only one of the two algorithms has, are left out.
 */
public record SettingsDifference(List<Change> changes) {
    /** Texts with more changes end with the number of changes left out. */
    private static final int NAMED = 3;

    private static final Set<String> BESIDE = Set.of("seed", "engine", "device", "metrics", "metrics_every");

    /** A setting with its values in a run and in the other. */
    public record Change(String name, String now, String before) {}

    /** The settings in which a run differs from another. */
    public static SettingsDifference of(StoredRun run, StoredRun other) {
        Map<String, String> before = SettingsComparison.settings(other.spec());
        List<Change> changes = new ArrayList<>();
        SettingsComparison.settings(run.spec()).forEach((name, now) -> {
            String had = before.getOrDefault(name, now);
            if (!had.equals(now) && !BESIDE.contains(name)) {
                changes.add(new Change(name, now, had));
            }
        });
        return new SettingsDifference(List.copyOf(changes));
    }

    /** The other run's differing values in short form: "32-16 · neg 4". */
    public String shortBefore(Locale locale) {
        return changes.stream()
                .limit(NAMED)
                .map(change -> shortly(change.name, change.before, locale))
                .collect(Collectors.joining(" · "))
                .concat(more(locale));
    }

    private static String shortly(String name, String value, Locale locale) {
        boolean named = name.equals("algorithm") && !Text.exists("short.algorithm." + value, locale);
        return named ? Text.of("algorithm." + value).in(locale) : ShortSetting.of(name, value, locale);
    }

    /** The changes from the other run to this one, such as "MLP layers 32-16 → 64-32". */
    public String way(Locale locale) {
        return changes.stream()
                .limit(NAMED)
                .map(change -> words(change.name, shown(change.before) + " → " + shown(change.now), locale))
                .collect(Collectors.joining(", "))
                .concat(more(locale));
    }

    private String more(Locale locale) {
        return changes.size() > NAMED
                ? " " + Text.of("difference.more", changes.size() - NAMED).in(locale)
                : "";
    }

    private static String words(String name, String way, Locale locale) {
        String label = "parameter." + name;
        return name.equals("algorithm") || !Text.exists(label, locale)
                ? way
                : Text.of(label).in(locale) + " " + way;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value;
    }
}
