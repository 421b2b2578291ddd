package dev.nara.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nara.NaraProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether Java's vectors are there without Java's warning of them. */
@Tag("process")
class VectorModuleTest {
    @Test
    void trainingOnVectorsWarnsOfNothing(@TempDir Path home) throws Exception {
        Process trains = NaraProcess.startToCompute(
                home, "train", "--preset", "fast", "--engine", "vector", "--epochs", "1", "--json");
        trains.getInputStream().readAllBytes();
        int end = trains.waitFor();
        String said = Files.readString(home.resolve("messages.txt"));
        assertEquals(0, end, said);
        assertFalse(said.contains("WARNING"), said);
    }
}
