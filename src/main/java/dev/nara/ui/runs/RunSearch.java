package dev.nara.ui.runs;

import dev.nara.analysis.RunNames;
import dev.nara.analysis.SettingsComparison;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The search text of the rail: words of names, tags, algorithms, states and settings, and conditions such as {@code score > .25}. */
final class RunSearch {
    private static final Pattern CONDITION = Pattern.compile("([\\p{L}\\w@.-]+)(>=|<=|=|>|<)(.+)");
    private static final Pattern AROUND = Pattern.compile("(?<!\\s)\\s*+(>=|<=|=|>|<)\\s*+");

    private final Texts texts;
    private final RunNames names;
    private final String[] words;

    RunSearch(String search, Texts texts, RunNames names) {
        this.texts = texts;
        this.names = names;
        String spaced = AROUND.matcher(search.strip().toLowerCase(Locale.ROOT)).replaceAll("$1");
        words = spaced.isEmpty() ? new String[0] : spaced.split("\\s+", -1);
    }

    /** Whether the search is empty. */
    boolean isEmpty() {
        return words.length == 0;
    }

    /** Whether a run contains all words and meets all conditions. */
    boolean finds(StoredRun run) {
        String all = isEmpty() ? "" : all(run).toLowerCase(Locale.ROOT);
        for (String word : words) {
            Matcher condition = CONDITION.matcher(word);
            if (condition.matches() ? !holds(run, condition) : !all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private String all(StoredRun run) {
        return String.join(
                " ",
                Long.toString(run.id()),
                names.whole(List.of(run), texts.locale()),
                run.label().tags(),
                run.label().notes(),
                run.spec().algorithm(),
                texts.get("algorithm." + run.spec().algorithm()),
                texts.get("state." + run.state()),
                SettingsComparison.settings(run.spec()).toString());
    }

    /** Whether the score, or the setting of that name, meets the condition. */
    private boolean holds(StoredRun run, Matcher condition) {
        String name = condition.group(1);
        String metric = RailScore.metric(run).toLowerCase(Locale.ROOT);
        boolean score = name.equals("score")
                || name.equals(texts.get("rail.score").toLowerCase(Locale.ROOT))
                || name.equals(metric);
        double has = score
                ? RailScore.of(run).figure()
                : number(SettingsComparison.settings(run.spec()).getOrDefault(name, ""));
        double wanted = number(condition.group(3));
        if (Double.isNaN(has) || Double.isNaN(wanted)) {
            return !score
                    && condition.group(2).equals("=")
                    && SettingsComparison.settings(run.spec())
                            .getOrDefault(name, "")
                            .equalsIgnoreCase(condition.group(3));
        }
        return switch (condition.group(2)) {
            case "=" -> has == wanted;
            case ">=" -> has >= wanted;
            case "<=" -> has <= wanted;
            case ">" -> has > wanted;
            default -> has < wanted;
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
