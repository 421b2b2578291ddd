package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.TinyNeuMf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A training that is killed at any of its file operations, those of the database too: what is stored agrees at that instant, and
 * resumed it ends as if it had never been killed. {@code -Dnara.strikes=100} kills so many runs of each engine.
 */
@Tag("process")
@Tag("battery")
class StruckRunTest {
    private static final int STRIKES = Integer.getInteger("nara.strikes", 1);
    private static final String[] MODEL =
            TinyNeuMf.with("--set", "dropout=0.2", "--set", "pretrain_epochs=1", "--epochs", "5");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void write() throws Exception {
        assumeTrue(Strace.works(), "strace, with which programs are killed at their file operations, is not there");
        data = SmallWorkspace.writeData(folder.resolve("u.data"));
    }

    private String[] train(String engine) {
        String[] command = {
            "train",
            "--data",
            data.toString(),
            "--split",
            "leave-one-out",
            "--candidates",
            "all",
            "--seed",
            "3",
            "--json",
            "--engine",
            engine
        };
        return SmallWorkspace.with(command, MODEL);
    }

    private Path home(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    private static List<String> outcome(Path workspace) {
        Program.Said said = Program.run(workspace, "runs", "show", "--run", "1", "--json");
        assertEquals(0, said.code(), said.err());
        return Outcomes.of(said.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "mxnet"})
    void whatIsStoredAgreesAndResumedItEndsAsIfItNeverWas(String engine) throws Exception {
        Path whole = home("whole");
        List<String> log = Strace.log(whole, train(engine));
        assertEquals(List.of(), Witness.of(whole.resolve("workspace")));
        List<String> expected = outcome(whole.resolve("workspace"));
        SplittableRandom random = new SplittableRandom(Long.getLong("nara.seed", 5));
        for (int kill = 0; kill < STRIKES; kill++) {
            Path home = home("killed-" + kill);
            Path workspace = home.resolve("workspace");
            Strace.Strike strike = Strace.any(log, whole, random);
            Strace.struck(home, strike, train(engine));
            assertEquals(List.of(), Witness.of(workspace), strike.toString());
            goOn(workspace, engine);
            assertEquals(List.of(), Witness.of(workspace), strike + ", resumed");
            assertEquals(expected, outcome(workspace), strike.toString());
            Folders.delete(home);
        }
    }

    /** Goes on with the run; where it was not stored yet, begins it. */
    private void goOn(Path workspace, String engine) {
        Program.Said list = Program.run(workspace, "runs", "list", "--json");
        if (!list.out().contains("\"run\":1")) {
            Program.Said said = Program.run(workspace, train(engine));
            assertEquals(0, said.code(), said.err());
        } else if (!list.out().contains("FINISHED")) {
            Program.Said said = Program.run(workspace, "resume", "--run", "1", "--json");
            assertEquals(0, said.code(), said.err());
        }
    }
}
