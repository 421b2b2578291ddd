package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowOptionsTest {
    @Test
    void withoutACommandTheyOpenTheWindow() {
        WindowOptions none = WindowOptions.of().orElseThrow();
        assertEquals(Optional.empty(), none.workspace());
        assertEquals(Optional.empty(), none.data());
        WindowOptions both =
                WindowOptions.of("--workspace", "runs", "--data=films.csv").orElseThrow();
        assertEquals(Optional.of(Path.of("runs").toAbsolutePath()), both.workspace());
        assertEquals(Optional.of(Path.of("films.csv").toAbsolutePath()), both.data());
    }

    @Test
    void allElseIsForTheCommandLine() {
        assertTrue(WindowOptions.of("train", "--data", "films.csv").isEmpty());
        assertTrue(WindowOptions.of("--workspace", "runs", "runs", "list").isEmpty());
        assertTrue(WindowOptions.of("--help").isEmpty());
        assertTrue(WindowOptions.of("--workspace").isEmpty());
        assertTrue(WindowOptions.of("films.csv").isEmpty());
    }
}
