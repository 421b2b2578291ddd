package dev.nara.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.GroupsOfTaste;
import dev.nara.SteppedTraining;
import dev.nara.TestServices;
import dev.nara.cli.CommandLineTest;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.store.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One of six seeds diverges after an epoch that was the best: the others train on, and wherever their mean stands it says so. */
@Tag("process")
class FailingSeedTest extends CommandLineTest {
    private static final String SAYS = "mean of 5 of 6, seed 4 diverged";

    @Override
    public Services services() {
        return SteppedTraining.in(
                TestServices.on(folder), "mf", (seed, epoch, loss) -> seed == 4 && epoch == 2 ? Double.NaN : loss);
    }

    @BeforeEach
    void train() throws IOException {
        Path data = GroupsOfTaste.write(folder.resolve("u.data"));
        int code = nara("train", "--data", data.toString(), "--algorithm", "mf", "--epochs", "3", "--repeat", "6");
        assertEquals(ExitCode.FAILED, code);
    }

    @Test
    void theMeanSaysWhichSeedIsNotInIt() throws IOException {
        assertTrue(err.contains("runs 1, 2, 3, 5, 6 (test):\n" + SAYS), err);
        nara("train", "--data", folder.resolve("u.data").toString(), "--algorithm", "popularity");
        Path report = folder.resolve("report.html");
        assertEquals(0, nara("compare", "--runs", "1,2,3,4,5,6,7", "--out", report.toString()));
        assertTrue((out + err).contains(SAYS), out + err);
        assertTrue(Files.readString(report).contains(SAYS));
        nara("compare", "--runs", "1,2,3,4,5,6,7", "--json");
        assertTrue(out.contains(SAYS), out);
    }
}
