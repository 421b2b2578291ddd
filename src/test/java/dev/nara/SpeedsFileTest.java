package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedsFileTest {
    private static final Map<String, Map<String, Double>> SPEEDS = Map.of("small", Map.of("vector", 2e6, "mxnet", 5e4));

    @TempDir
    private Path folder;

    @Test
    void speedsAreKeptForTheMachineTheyWereMeasuredOn() {
        Path file = folder.resolve("engines").resolve("speeds.json");
        assertEquals(Map.of(), new SpeedsFile(file, "here").read());
        new SpeedsFile(file, "here").write(SPEEDS);
        assertEquals(SPEEDS, new SpeedsFile(file, "here").read());
        assertEquals(Map.of(), new SpeedsFile(file, "elsewhere").read());
    }

    @Test
    void aDamagedFileHoldsNothing() throws IOException {
        Path file = folder.resolve("speeds.json");
        for (String damaged : List.of("", "{", "[]", "null", "{\"machine\":\"here\"}")) {
            Files.writeString(file, damaged);
            assertEquals(Map.of(), new SpeedsFile(file, "here").read(), damaged);
        }
    }
}
