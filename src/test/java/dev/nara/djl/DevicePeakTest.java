package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DevicePeakTest {
    /** Others have 100 MB before. */
    @Test
    void moreThanTheLargestForecastIsMarked() {
        Queue<Long> answers = new ArrayDeque<>(List.of(100L, 1_200L, 1_200L, 2_101L));
        DevicePeak peak = new DevicePeak(() -> OptionalLong.of(answers.remove()));
        assertEquals("2,000 MB forecast, 1,100 MB at most", peak.beside(2_000L << 20));
        assertEquals("900 MB forecast, 1,100 MB at most", peak.beside(900L << 20));
        assertEquals("1,500 MB forecast, 2,001 MB at most: FORECAST TOO LOW", peak.beside(1_500L << 20));
    }

    @Test
    void withoutAGpuNothingIsCompared() {
        assertEquals(
                "900 MB forecast, not compared with a GPU", DevicePeak.of("cpu").beside(900L << 20));
    }
}
