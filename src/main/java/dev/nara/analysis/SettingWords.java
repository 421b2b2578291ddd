package dev.nara.analysis;

import dev.nara.text.BareNumbers;
import dev.nara.text.OptionWords;
import dev.nara.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Values of settings as tables and reports show them, and which settings are shown at all. */
public final class SettingWords {
    /** What differs between runs and yet is no choice of theirs, or stands elsewhere. */
    private static final Set<String> BESIDE = Set.of("seed", "split_seed", "data", "engine", "device");

    private SettingWords() {}

    /** Whether a setting is one that people choose, and that decides figures. */
    public static boolean shown(String name) {
        return !BESIDE.contains(name);
    }

    /** The names of what is shown and differs; what only one method has is no difference of settings. */
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
