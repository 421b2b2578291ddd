package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, STILL",
        "0.000009, STILL",
        "0.00002, LOW",
        "0.0001, WELL",
        "0.001, WELL",
        "0.01, WELL",
        "0.05, HIGH",
        "0.2, WILD"
    })
    void aRatioIsJudged(double ratio, UpdateSize size) {
        assertEquals(size, UpdateSize.of(ratio));
    }
}
