package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.split.Warning;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Text WHAT = Text.of("candidates.fewer", 156, "given");

    /** The form has no options of the command line. */
    @Test
    void aRemedyIsNamedAsTheFormNamesIt() {
        Warning warning = new Warning(WHAT, Map.of("candidates", "all", "cold_users", "apart"));
        assertEquals("Candidates: all, Cold users: evaluated apart", Words.remedy(warning, new Texts(Locale.ENGLISH)));
        assertEquals(
                "156 users have fewer negatives than other users or than requested (given), which makes their ranking"
                        + " easier. Remedy: Candidates: all.",
                Words.whole(new Warning(WHAT, Map.of("candidates", "all")), new Texts(Locale.ENGLISH)));
        assertEquals(WHAT.in(Locale.ENGLISH), Words.whole(new Warning(WHAT), new Texts(Locale.ENGLISH)));
    }
}
