package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TinyNeuMf;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.data.Pseudonyms;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace with a run of each kind, a search and a submission, of which one file is removed or emptied: the check finds it, and the
 * command that needs it is refused in one message, without having changed anything.
 */
@Tag("process")
class MissingFilesTest {
    /** What needs each file; a run is left out where nothing but the check does. */
    private static final Map<String, String[]> NEEDED_BY = Map.of(
            "runs/1/best-\\d+.safetensors", of("recommend", "--run", "1", "--user", "3"),
            "runs/1/best-\\d+-users.safetensors", of("compare", "--runs", "1,2"),
            "runs/3/last.safetensors", of("resume", "--run", "3"),
            "runs/4/start-1.safetensors", of("resume", "--run", "4"),
            "runs/5/validation-users.safetensors", of("tune", "show", "--study", "1"));
    /**
     * Files that may be missing or empty. The split is computed again; a checkpoint of an ended run, the weights that it started from and
     * pictures are not needed; nobody need be watched, and the key is made when it is needed.
     */
    private static final String REMOVED =
            "runs/\\d+/(split.jsonl|curves\\..*)|runs/([125]|6)/last.safetensors|canaries.txt|pseudonyms.key|.*\\.lock|processes/.*";

    private static final String EMPTIED = "runs/\\d+/curves\\..*|canaries.txt|.*\\.lock|processes/.*";

    @TempDir
    private Path folder;

    private Path whole = Path.of("");
    private Path data = Path.of("");

    private static String[] of(String... words) {
        return words;
    }

    private void run(String... command) {
        Program.Said said = Program.run(whole, command);
        assertEquals(0, said.code(), said.err());
    }

    private String[] on(String command, String... more) {
        String[] all = {command, "--data", data.toString(), "--split", "leave-one-out", "--candidates", "all", "--json"
        };
        return SmallWorkspace.with(all, more);
    }

    private void write() throws Exception {
        data = SmallWorkspace.writeData(folder.resolve("u.data"));
        whole = Files.createDirectories(folder.resolve("whole"));
        String[] model = TinyNeuMf.with("--engine", "vector", "--epochs", "3", "--seed", "3");
        run(on("train", model));
        run(on("train", "--algorithm", "popularity"));
        run(on("train", SmallWorkspace.with(model, "--pause-after", "1")));
        try (RunStore store = RunStore.open(whole)) {
            RunSpec like = store.find("1").spec();
            Map<String, String> values = new HashMap<>(like.values());
            values.put("start_from", "1");
            assertEquals(4, store.create(like.change().values(values).spec(), RunState.QUEUED, ""));
            store.watchedUsers().choose("3", true);
            Path submission = Files.writeString(folder.resolve("submission.csv"), "1,[2]\n");
            Ledger.in(whole).add(LedgerEntry.foreign(submission, Map.of()));
        }
        Pseudonyms.of(whole);
        run(on("tune", "--algorithm", "bpr", "--trials", "2", "--seeds", "1", "--epochs", "2"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(whole)) {
            return all.filter(Files::isRegularFile)
                    .map(whole::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noneIsMissedInSilence() throws Exception {
        write();
        assertEquals("", Program.run(whole, "workspace", "check").out());
        List<String> wrong = new ArrayList<>();
        int noticed = 0;
        for (Path file : files()) {
            for (boolean emptied : List.of(false, true)) {
                Path workspace = folder.resolve("less");
                SmallWorkspace.copy(whole, workspace);
                Files.delete(workspace.resolve(file));
                if (emptied) {
                    Files.createFile(workspace.resolve(file));
                }
                String name = file.toString().replace('\\', '/');
                boolean may = name.matches(emptied ? EMPTIED : REMOVED);
                String what = name + (emptied ? " emptied: " : " removed: ");
                if (!may) {
                    Program.Said said = Program.run(workspace, "workspace", "check");
                    noticed += said.code();
                    if (said.code() != 1 || !said.out().contains(": ")) {
                        wrong.add(what + "not found by the check: " + said);
                    }
                    refused(workspace, name).ifPresent(why -> wrong.add(what + why));
                }
                Folders.delete(workspace);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(noticed > 60, noticed + " of " + files());
    }

    /** What was wrong with the command that needs a file. */
    private static Optional<String> refused(Path workspace, String file) throws IOException {
        Optional<String[]> command = NEEDED_BY.entrySet().stream()
                .filter(each -> file.matches(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (command.isEmpty()) {
            return Optional.empty();
        }
        List<String> before = contents(workspace.resolve("runs"));
        Program.Said said = Program.run(workspace, command.get());
        List<String> after = contents(workspace.resolve("runs"));
        boolean one = said.code() != 0
                && said.out().isEmpty()
                && said.err().strip().lines().count() == 1;
        return one && after.equals(before) ? Optional.empty() : Optional.of(said + " " + before + after);
    }

    private static List<String> contents(Path folder) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(folder.relativize(file) + " " + LedgerEntry.hash(file));
            }
        }
        return contents;
    }
}
