package dev.nara.analysis;

import dev.nara.text.BareNumbers;
import dev.nara.text.OptionWords;
import dev.nara.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How tables and reports show values of settings, and which settings they show. */
public final class SettingWords {
    /** Settings that differ between runs without being a choice, or that are shown elsewhere. */
    private static final Set<String> BESIDE = Set.of("seed", "split_seed", "data", "engine", "device");

    private SettingWords() {}

    /** Whether a setting is chosen by users and affects figures. */
    public static boolean shown(String name) {
        return !BESIDE.contains(name);
    }

    /** The names of shown settings with different values; a setting that only some algorithms have does not count as different for that. */
    public static List<String> differing(List<Map<String, String>> settings) {
        Set<String> names = new LinkedHashSet<>();
        settings.forEach(one -> names.addAll(one.keySet()));
        return names.stream()
                .filter(SettingWords::shown)
                .filter(name -> settings.stream()
                                .filter(one -> one.containsKey(name))
                                .map(one -> one.get(name))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** A value in words or as a short number; "–" for none. */
    public static String value(String name, String value, Locale locale) {
        if (name.equals("algorithm")) {
            return Text.of("algorithm." + value).in(locale);
        }
        String words = OptionWords.of(name, value, locale);
        return words.equals(value) ? BareNumbers.value(value) : words;
    }
}
