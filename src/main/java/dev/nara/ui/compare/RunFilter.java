package dev.nara.ui.compare;

import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The search in the run table: words, and conditions on settings and figures such as {@code factors>=32}. */
final class RunFilter {
    /** Matches conditions such as {@code factors>=32} or {@code score>0.3}. */
    private static final Pattern CONDITION = Pattern.compile("([\\w@.-]+)(>=|<=|=|>|<)(.+)");

    private RunFilter() {}

    /** Whether a run contains all words and meets all conditions. */
    static boolean matches(StoredRun run, String search, Texts texts) {
        String all = (run.title() + " " + run.label().tags() + " " + SettingsComparison.settings(run.spec())
                        + texts.get("algorithm." + run.spec().algorithm()))
                .toLowerCase(Locale.ROOT);
        for (String word : search.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            Matcher condition = CONDITION.matcher(word);
            if (condition.matches() ? !holds(run, condition) : !all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a run has a setting or a metric of that name that meets the condition. */
    private static boolean holds(StoredRun run, Matcher condition) {
        Map<String, String> known = new HashMap<>();
        SettingsComparison.settings(run.spec())
                .forEach((name, value) -> known.put(name.toLowerCase(Locale.ROOT), value));
        RunFigures.shown(run)
                .forEach((name, figure) -> known.put(name.toLowerCase(Locale.ROOT), Double.toString(figure)));
        String value = known.getOrDefault(condition.group(1), "").toLowerCase(Locale.ROOT);
        Optional<Double> has = number(value);
        Optional<Double> wanted = number(condition.group(3));
        boolean numbers = has.isPresent() && wanted.isPresent();
        int order = numbers ? Double.compare(has.get(), wanted.get()) : value.compareTo(condition.group(3));
        return !value.isEmpty()
                && switch (condition.group(2)) {
                    case "=" -> order == 0;
                    case ">=" -> numbers && order >= 0;
                    case "<=" -> numbers && order <= 0;
                    case ">" -> numbers && order > 0;
                    default -> numbers && order < 0;
                };
    }

    /** The number that the text represents, if any. */
    static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
