package dev.nara.ui.train.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.chart.AmongLevels;
import dev.nara.chart.RunPicture;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BaselineWordsTest {
    private static String words(String metric, double best, Locale locale) {
        RunPicture.Level ease = new RunPicture.Level("EASE", .3377, true);
        return BaselineWords.of(new AmongLevels(metric, best, List.of(ease)), new Texts(locale));
    }

    @Test
    void itIsSaidWhetherTheRunIsAnyGood() {
        assertEquals("Validation Score below EASE, −.036", words("Score", .3015, Locale.ENGLISH));
        assertEquals("Validation Score above EASE, +.012", words("Score", .3500, Locale.ENGLISH));
        assertEquals("Validation Score equal to EASE", words("Score", .3377, Locale.ENGLISH));
        assertEquals("Validation Gini@10 better than EASE, −.100", words("Gini@10", .2377, Locale.ENGLISH));
        assertEquals("검증 Score: EASE보다 낮음, −.036", words("Score", .3015, Locale.KOREAN));
    }
}
