package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Weights;
import dev.nara.competition.Ledger;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Pseudonyms;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.run.RunEvent;
import dev.nara.split.SplitFile;
import dev.nara.split.SplitUsers;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.folder.BatchLog;
import dev.nara.store.folder.Checkpoint;
import dev.nara.store.folder.EpochFigures;
import dev.nara.store.folder.FolderHeader;
import dev.nara.store.folder.LockedFile;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.RunLog;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.WatchedListLog;
import dev.nara.store.folder.WatchedUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What reads or writes a workspace's own files does neither through a link, nor through a linked folder, and says which. */
class LinkedPartsTest {
    @TempDir
    private Path folder;

    private Path workspace;
    private Path elsewhere;

    @BeforeEach
    void make() throws IOException {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(workspace.resolve("runs/1"));
        Files.createDirectory(workspace.resolve("processes"));
    }

    private Path run(String name) {
        return workspace.resolve("runs/1").resolve(name);
    }

    private static void refused(String name, Executable use, Path link) {
        Exception error = assertThrows(Exception.class, use, name);
        DataException words = DataException.of(error).orElseThrow(() -> new AssertionError(name, error));
        assertTrue(words.getMessage().startsWith(link + ": This is a symbolic link"), words.getMessage());
        assertEquals(1, words.getMessage().lines().count());
    }

    @Test
    void noFileIsReadOrWrittenThroughALink() throws Exception {
        Weights weights = new Weights().put("a", new float[] {1}, 1);
        RunEvent event = new RunEvent.Failed("message", 1, "details");
        Map<String, Map<String, Executable>> uses = Map.of(
                "runs/1/best-1.safetensors",
                Map.of(
                        "read", () -> Safetensors.read(run("best-1.safetensors")),
                        "checkpoint", () -> Checkpoint.read(run("best-1.safetensors"), ""),
                        "figures", () -> EpochFigures.read(run("best-1.safetensors"), 1),
                        "write", () -> Safetensors.write(run("best-1.safetensors"), weights)),
                "runs/1/run.log",
                Map.of(
                        "read", () -> RunLog.read(run("run.log")),
                        "append", () -> RunLog.append(run("run.log"), event)),
                "runs/1/run.json",
                Map.of("read", () -> FolderHeader.read(workspace.resolve("runs/1"))),
                "runs/1/batches.bin",
                Map.of(
                        "replay", () -> BatchLog.replay(run("batches.bin"), List.of(event)),
                        "cut", () -> BatchLog.cut(run("batches.bin"))),
                "runs/1/canaries.jsonl",
                Map.of(
                        "read", () -> WatchedListLog.read(run("canaries.jsonl")),
                        "cut", () -> WatchedListLog.cut(run("canaries.jsonl")),
                        "erase", () -> WatchedListLog.erase(run("canaries.jsonl"), 1)),
                "runs/1/split.jsonl",
                Map.of(
                        "check", () -> SplitFile.check(run("split.jsonl")),
                        "users", () -> SplitUsers.read(run("split.jsonl"))),
                "canaries.txt",
                Map.of("chosen", () -> new WatchedUsers(workspace).chosen()),
                "pseudonyms.key",
                Map.of("of", () -> Pseudonyms.of(workspace)),
                "ledger.json",
                Map.of("entries", () -> Ledger.in(workspace).entries()),
                "window.lock",
                Map.of(
                        "take", () -> LockedFile.take(workspace, "window.lock", "x"),
                        "content", () -> LockedFile.content(workspace, "window.lock")));
        for (Map.Entry<String, Map<String, Executable>> file : uses.entrySet()) {
            Path link = workspace.resolve(file.getKey());
            Path real = Files.writeString(elsewhere.resolve("file"), "of somebody else");
            Files.createSymbolicLink(link, real);
            file.getValue().forEach((name, use) -> refused(file.getKey() + " " + name, use, link));
            assertEquals("of somebody else", Files.readString(real), file.getKey());
            Files.delete(link);
        }
        refusedInAFolder();
    }

    private void refusedInAFolder() throws IOException {
        Path recipe = RecipeFile.kept(workspace, folder.resolve("data.csv"));
        Files.writeString(elsewhere.resolve("log.csv"), "user,item\n1,2\n");
        Files.writeString(elsewhere.resolve(recipe.getFileName().toString()), "{}");
        Files.writeString(elsewhere.resolve(".run.log.1.tmp"), "of somebody else");
        for (String name : List.of("recipes", "snapshots", "runs/2")) {
            Files.createSymbolicLink(workspace.resolve(name), elsewhere);
        }
        Path recipes = workspace.resolve("recipes");
        refused("read", () -> RecipeFile.read(recipe), recipes);
        refused("write", () -> RecipeFile.write(recipe, Recipe.USUAL), recipes);
        Path snapshots = workspace.resolve("snapshots");
        refused("snapshot", () -> DataFiles.at(snapshots.resolve("log.csv"), null), snapshots);
        Path run = workspace.resolve("runs/2");
        refused("carried", () -> RunFiles.carried(run), run);
        refused("left", () -> AtomicFile.left(run), run);
        refused("unfinished", () -> AtomicFile.deleteUnfinished(run), run);
        assertEquals(List.of(1L), new RunFiles(workspace).settled());
        new RunFiles(workspace).delete(2);
        try (var left = Files.list(elsewhere)) {
            assertEquals(4, left.count());
        }
    }

    @Test
    void aLinkedDatabaseOrItsFoldersAreNotOpened() throws IOException {
        for (String name : List.of("runs.db", "runs.db-wal", "processes", "runs")) {
            Path link = workspace.resolve(name);
            Files.deleteIfExists(workspace.resolve("runs/1"));
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, elsewhere.resolve(name));
            refused(name, () -> RunStore.open(workspace).close(), link);
            assertTrue(Files.notExists(elsewhere.resolve(name)), name);
            assertTrue(!name.equals("runs.db") || RunDatabase.exists(workspace));
            Files.delete(link);
            if (!name.contains(".")) {
                Files.createDirectory(link);
            }
        }
    }

    @Test
    void theLinkInTheWayOfATemporaryFileIsNotFollowed() throws IOException {
        Path real = Files.writeString(elsewhere.resolve("file"), "of somebody else");
        Path file = workspace.resolve("ledger.json");
        Path temporary = workspace.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        Files.createSymbolicLink(temporary, real);
        AtomicFile.write(file, out -> out.write('x'));
        assertEquals("x", Files.readString(file));
        assertEquals("of somebody else", Files.readString(real));
    }

    @Test
    void whatIsNoneOfAWorkspacesOwnMayBeALink() throws IOException {
        Path report = Files.createSymbolicLink(workspace.resolve("report.html"), elsewhere.resolve("report.html"));
        AtomicFile.write(report, out -> out.write('x'));
        Path settings = Files.createSymbolicLink(folder.resolve("settings.json"), elsewhere.resolve("settings.json"));
        AtomicFile.write(settings, out -> out.write('x'));
        assertEquals("x", Files.readString(elsewhere.resolve("report.html")));
        assertTrue(Files.isSymbolicLink(settings));
    }
}
