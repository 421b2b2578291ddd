package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunNamerTest {
    @Test
    void wordsOfAPointStandOverNoLine() {
        assertEquals(168, RunNamer.baseline(200, 100), "above it");
        assertEquals(115, RunNamer.baseline(147, 100), "as high as they may");
        assertEquals(91, RunNamer.baseline(146, 100), "above the plot");
        assertEquals(91, RunNamer.baseline(110, 100), "however close to its top");
    }
}
