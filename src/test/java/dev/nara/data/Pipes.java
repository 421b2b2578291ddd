package dev.nara.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Named pipes for tests, which are skipped where the system has none. */
public final class Pipes {
    private Pipes() {}

    /** Makes one, which nobody writes into or reads from yet. */
    public static Path make(Path pipe) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo on this system");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no named pipes here");
        return pipe;
    }
}
