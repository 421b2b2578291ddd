package dev.nara.cli.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.cli.CommandLineTest;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RunsCommandTest extends CommandLineTest {
    @Test
    void aRunIsTakenAwayFromAProgramThatDoesNotAnswer() throws Exception {
        RunSpec spec =
                RunSpec.draft().data("/data").format("toy").algorithm("bpr").spec();
        try (RunStore other = RunStore.open(services().workspace())) {
            other.create(spec);
            assertEquals(0, nara(Locale.ENGLISH, "runs", "stop", "--run", "1", "--force", "--json"));
            assertEquals("{\"stop\":1}\n", out);
            assertTrue(err.startsWith("Run 1 is now interrupted"), err);
            assertEquals(RunState.INTERRUPTED, other.find("1").state());
            assertEquals(0, nara(Locale.ENGLISH, "runs", "stop", "--run", "1"));
            assertEquals("Run 1 stopped; no process was training it.\n", err);
            assertEquals(2, nara(Locale.ENGLISH, "runs", "stop", "--run", "1", "--force"), "it has ended");
        }
    }

    @Test
    void everyCommandOnRunsSaysWhatItDoesInTheUsersLanguage() {
        assertEquals(0, nara(Locale.ENGLISH, "runs", "--help"));
        assertTrue(out.contains("at-a-time"), out);
        assertTrue(out.contains("Restores runs from the trash."), out);
        assertEquals(0, nara(Locale.KOREAN, "runs", "export", "--help"));
        assertTrue(out.startsWith("사용법: nara runs export [-hV] [--json]"), out);
        assertTrue(out.contains("--workspace=DIR"), out);
        assertEquals(2, nara(Locale.ENGLISH, "runs", "polish"));
        assertTrue(err.contains("polish"), err);
    }

    @Test
    void aRunOfAnUnknownAlgorithmKeepsNobodyFromTheOthers() throws Exception {
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            store.create(
                    RunSpec.draft().data("/data").algorithm("from-tomorrow").spec());
        }
        assertEquals(0, nara("runs", "list", "--json"), err);
        assertTrue(out.contains("from-tomorrow"), out);
    }

    @Test
    void aNameOfTwoLinesIsOneLine() throws Exception {
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            long run = store.create(RunSpec.draft().data("/data\nRun 9").spec());
            store.label(run, new StoredRun.Label("a\n7  finished", "", "", false));
        }
        assertEquals(0, nara("runs", "list"), err);
        assertEquals(2, out.lines().count(), out);
    }
}
