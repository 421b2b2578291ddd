package dev.nara.search.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PictureWordsTest {
    @Test
    void valuesOfSeveralParametersAreWordedEach() {
        assertEquals(
                ".027, 7.6e-7",
                PictureWords.value("learning_rate, weight_decay", "0.02689, 0.00000076", Locale.ENGLISH));
        assertEquals("none, .001", PictureWords.value("layers, learning_rate", ", 0.001", Locale.ENGLISH));
        assertEquals("64-32", PictureWords.value("layers", "64,32", Locale.ENGLISH));
        assertEquals("–", PictureWords.value("dropout", "–", Locale.ENGLISH));
    }
}
