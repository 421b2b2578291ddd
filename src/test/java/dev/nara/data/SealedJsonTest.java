package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SealedJsonTest {
    private static final String SEALED = "{\"sum\":\"43a48063\",\"epochs\":7}";

    @Test
    void aSumStandsBeforeTheRest() throws IOException {
        assertEquals(SEALED, SealedJson.seal("{\"epochs\":7}"));
        assertEquals("{\"epochs\":7}", SealedJson.open(SEALED));
    }

    @Test
    void noCharacterCanBeChanged() {
        for (int at = 0; at < SEALED.length(); at++) {
            StringBuilder changed = new StringBuilder(SEALED);
            changed.setCharAt(at, (char) (SEALED.charAt(at) ^ 1));
            assertThrows(IOException.class, () -> SealedJson.open(changed.toString()), changed.toString());
        }
        assertThrows(IOException.class, () -> SealedJson.open("{}"));
        assertThrows(IOException.class, () -> SealedJson.open(""));
    }

    @Test
    void aTextWithoutASumIsTakenAsItIs() throws IOException {
        assertEquals("{\"epochs\":7}", SealedJson.plain(SEALED + "\n"));
        assertEquals("{\"epochs\":7}", SealedJson.plain("{\"epochs\":7}"));
        assertThrows(IOException.class, () -> SealedJson.plain(SEALED.replace('7', '8')));
    }
}
