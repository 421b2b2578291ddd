package dev.nara.ui.shell;

import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Found;
import dev.nara.ui.palette.Group;
import dev.nara.ui.palette.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import org.kordamp.ikonli.feather.Feather;

/**
 * The preferences: each value of theme, language and motion, which applies at once, and the names of the others, which open the
 * preferences.
 */
final class FoundPreferences implements Source {
    private static final List<String> OTHERS =
            List.of("percent", "silent", "within", "goesOn", "metric", "engine", "parallel", "torch", "workspace");

    private final Choices choices;
    private final Texts texts;
    private final Consumer<String> open;

    /** {@code open} shows a preference, given its name. */
    FoundPreferences(Choices choices, Texts texts, Consumer<String> open) {
        this.choices = choices;
        this.texts = texts;
        this.open = open;
    }

    @Override
    public Group group() {
        return Group.PREFERENCES;
    }

    @Override
    public boolean slow() {
        return false;
    }

    @Override
    public Search open() {
        List<Entry> entries = new ArrayList<>();
        values(entries, "theme", Feather.MOON, choices.themeProperty(), List.of("", "light", "dark", "contrast"));
        values(entries, "language", Feather.GLOBE, choices.languageProperty(), List.of("", "ko", "en"));
        values(entries, "motion", Feather.ACTIVITY, choices.motionProperty(), List.of("", "on", "off"));
        Map<String, String> now = Map.of(
                "percent",
                texts.get("preferences.percent.of", choices.percentProperty().get()));
        for (String name : OTHERS) {
            entries.add(entry(
                    name,
                    Feather.SETTINGS,
                    texts.get("preferences." + name),
                    Text.of("preferences." + name).in(other()),
                    now.getOrDefault(name, ""),
                    "",
                    () -> open.accept(name)));
        }
        return (query, recent, most) -> Found.in(entries, query, recent, most);
    }

    private void values(List<Entry> entries, String name, Feather sign, StringProperty value, List<String> all) {
        for (String each : all) {
            boolean is = each.equals(value.get());
            entries.add(entry(
                    name + "." + each,
                    sign,
                    called(name, each, texts.locale()),
                    called(name, each, other()),
                    "",
                    is ? texts.get("palette.preference.now") : "",
                    () -> value.set(each)));
        }
    }

    /** Such as "Theme: Dark". */
    private static String called(String name, String value, Locale language) {
        return Text.of("preferences." + name).in(language) + ": "
                + Text.of("preferences." + name + "." + (value.isEmpty() ? "system" : value))
                        .in(language);
    }

    private Entry entry(String key, Feather sign, String name, String other, String value, String off, Runnable act) {
        return new Entry(
                Group.PREFERENCES,
                "preference:" + key,
                sign,
                name,
                List.of(other),
                "",
                texts.get("preferences.title"),
                value,
                List.of(),
                off,
                act);
    }

    private Locale other() {
        return texts.locale().getLanguage().equals("ko") ? Locale.ENGLISH : Locale.KOREAN;
    }
}
