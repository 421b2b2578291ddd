package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nara.NaraProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that fills up while a run is trained, each time at another place: what is stored agrees, and with room again the run ends as
 * if nothing had been. {@code -Dnara.full.disks=20} for more places.
 */
@Tag("process")
@Tag("battery")
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {
    private static final int DISKS = Integer.getInteger("nara.full.disks", 2);
    private static final int STEP_KB = 15;
    private static final int LEAST_KB = 110;

    @TempDir
    private Path folder;

    private String[] train() throws Exception {
        return new String[] {
            "train",
            "--data",
            SmallWorkspace.writeData(folder.resolve("u.data")).toString(),
            "--split",
            "leave-one-out",
            "--candidates",
            "all",
            "--seed",
            "3",
            "--json",
            "--engine",
            "vector",
            "--epochs",
            "5",
            "--set",
            "gmf_dimension=40",
            "--set",
            "layers=8",
            "--set",
            "negatives=1"
        };
    }

    private static List<String> outcome(Path workspace) {
        Program.Said said = Program.run(workspace, "runs", "show", "--run", "latest", "--json");
        assertEquals(0, said.code(), said.err());
        return Outcomes.of(said.out());
    }

    @Test
    void whatIsStoredAgreesWhereverItFillsUp() throws Exception {
        Path whole = folder.resolve("whole");
        Program.Said said = Program.run(whole, train());
        assertEquals(0, said.code(), said.err());
        List<String> expected = outcome(whole);
        for (int disk = 0; disk < DISKS; disk++) {
            Path home = Files.createDirectories(folder.resolve("disk-" + disk));
            Process process = NaraProcess.startOnFullDisk(home, LEAST_KB + disk * STEP_KB, train());
            process.getInputStream().readAllBytes();
            process.waitFor();
            String where = LEAST_KB + disk * STEP_KB + " KB";
            String messages = Files.readString(home.resolve("messages.txt"));
            assertFalse(messages.contains("Exception"), where + ": " + messages);
            Path workspace = home.resolve("workspace");
            assertEquals(List.of(), Witness.of(workspace), where);
            String runs = Program.run(workspace, "runs", "list", "--json").out();
            String[] again = runs.contains("\"run\":1") ? new String[] {"resume", "--run", "1", "--json"} : train();
            if (!runs.contains("FINISHED")) {
                Program.Said resumed = Program.run(workspace, again);
                assertEquals(0, resumed.code(), where + ": " + resumed.err());
            }
            assertEquals(expected, outcome(workspace), where);
        }
    }
}
