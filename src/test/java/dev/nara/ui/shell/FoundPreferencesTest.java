package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.settings.Settings;
import dev.nara.ui.common.Texts;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Hit;
import dev.nara.ui.palette.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the command palette finds of the preferences. */
class FoundPreferencesTest {
    private final List<String> opened = new ArrayList<>();
    private final Choices choices = new Choices(Settings.defaults().preferences());

    private List<Entry> found(String typed, Locale language) throws Exception {
        return new FoundPreferences(choices, new Texts(language), opened::add)
                .open().find(Query.of(typed), List.of(), 10).hits().stream()
                        .map(Hit::entry)
                        .toList();
    }

    @Test
    void languagesAreFoundInBothLanguages() throws Exception {
        for (String typed : List.of("korean", "lang", "한국어", "언어")) {
            assertEquals(
                    true,
                    found(typed, Locale.ENGLISH).stream()
                            .anyMatch(entry -> entry.name().equals("Language: Korean (한국어)")),
                    typed);
            assertEquals(
                    true,
                    found(typed, Locale.KOREAN).stream()
                            .anyMatch(entry -> entry.name().equals("언어: 한국어")),
                    typed);
        }
    }

    @Test
    void whatIsChosenCounts() throws Exception {
        Entry dark = found("dark", Locale.ENGLISH).get(0);
        assertEquals("Theme: Dark", dark.name());
        dark.act().run();
        assertEquals("dark", choices.themeProperty().get());
        assertEquals("chosen now", found("dark", Locale.ENGLISH).get(0).off());
    }

    @Test
    void theOthersOpenWhereTheyAre() throws Exception {
        Entry size = found("size of text", Locale.ENGLISH).get(0);
        assertEquals("Size of text and controls", size.name());
        size.act().run();
        found("runs at a time", Locale.ENGLISH).get(0).act().run();
        assertEquals(List.of("percent", "parallel"), opened);
    }
}
