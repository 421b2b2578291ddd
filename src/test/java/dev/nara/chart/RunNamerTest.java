package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunNamerTest {
    @Test
    void wordsOfAPointStayOffTheAxis() {
        assertEquals(168, RunNamer.baseline(200, 100, 400), "above it");
        assertEquals(100, RunNamer.baseline(120, 100, 400), "as high as they may");
        assertEquals(150, RunNamer.baseline(110, 100, 300), "below it");
        assertEquals(134, RunNamer.baseline(110, 100, 140), "above the axis");
        assertEquals(100, RunNamer.baseline(110, 100, 120), "close above it where there is room nowhere");
    }
}
