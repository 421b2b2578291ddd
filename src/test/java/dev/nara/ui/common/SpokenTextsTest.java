package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.text.RoleWords;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpokenTextsTest {
    @Test
    void dataThatIsSpokenOfAlikeMakesNoTextAnew() {
        Texts texts = new Texts(Locale.ENGLISH);
        texts.roles(RoleWords.SERVICE);
        AtomicInteger changes = new AtomicInteger();
        texts.localeProperty().addListener(o -> {
            texts.locale();
            changes.incrementAndGet();
        });
        texts.roles(RoleWords.SERVICE);
        assertEquals(0, changes.get());
        texts.roles(RoleWords.GENERAL);
        assertEquals(1, changes.get());
    }
}
