package dev.nara.cli.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.cli.CommandLineTest;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceCommandTest extends CommandLineTest {
    private Path stored() throws Exception {
        RunSpec spec =
                RunSpec.draft().data("/data").format("toy").algorithm("bpr").spec();
        try (RunStore store = RunStore.open(services().workspace())) {
            store.create(spec);
            store.recorder(1).event(new RunEvent.Cancelled(0, Map.of(), 1));
        }
        return services().workspace();
    }

    @Test
    void whatIsWholeIsSaidInAWord() throws Exception {
        stored();
        assertEquals(0, nara(Locale.ENGLISH, "workspace", "check"));
        assertEquals("", out);
        assertEquals("The workspace is intact: 1 run checked.\n", err);
        assertEquals(0, nara(Locale.KOREAN, "workspace"));
        assertEquals("작업 공간에 문제가 없습니다. 실행 1개를 확인했습니다.\n", err);
    }

    @Test
    void aLostDatabaseIsRebuiltFromTheFolders() throws Exception {
        Files.delete(stored().resolve("runs.db"));
        assertEquals(0, nara(Locale.ENGLISH, "runs", "list"));
        assertEquals(
                "1 folder of runs without an entry in the database. Run nara workspace check --repair to restore"
                        + " them.\n",
                err);
        assertEquals(1, nara(Locale.ENGLISH, "workspace", "check"));
        assertEquals("runs/1: This folder of a run is not in the database. Use --repair.\n", out);
        assertEquals("0 runs checked, 1 problem found, 1 left.\n", err);
        assertEquals(0, nara(Locale.ENGLISH, "workspace", "check", "--repair", "--json"));
        assertTrue(
                out.contains("\"runs\":1,\"left\":0,\"findings\":[{\"kind\":\"ORPHAN\",\"run\":1,\"what\":\"runs/1\","),
                out);
        assertTrue(out.contains("\"mended\":true}]}"), out);
        try (RunStore store = RunStore.open(services().workspace())) {
            assertEquals(RunState.CANCELLED, store.find("1").state());
        }
        assertEquals(0, nara(Locale.ENGLISH, "workspace", "check"));
    }

    @Test
    void aWorkspaceThatIsNotThereIsNotMade() {
        assertEquals(2, nara(Locale.ENGLISH, "workspace", "check"));
        assertTrue(err.contains("There are no runs in this workspace"), err);
    }
}
