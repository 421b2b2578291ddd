package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people want written takes the place of no data that was read, and of nothing that a workspace keeps. */
class OutputFileTest {
    @TempDir
    private Path folder;

    private static void refused(Path file) {
        assertThrows(DataException.class, () -> OutputFile.check(file), file.toString());
        IOException error = assertThrows(IOException.class, () -> OutputFile.write(file, out -> out.write('x')));
        assertEquals(
                1, DataException.of(error).orElseThrow().getMessage().lines().count());
    }

    @Test
    void whatTheDataIsMadeOfIsNotReplacedThroughALinkEither() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("data"));
        Path data = Files.writeString(inside.resolve("data.csv"), "user,item\n");
        Path beside = Files.writeString(inside.resolve("about.txt"), "of the data");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), data);
        DataInUse.add(data);
        refused(data);
        refused(link);
        refused(folder.resolve("data/../data/data.csv"));
        DataInUse.add(inside);
        OutputFile.check(beside);
        OutputFile.write(inside.resolve("new.html"), out -> out.write('n'));
        assertEquals("user,item\n", Files.readString(data));
    }

    @Test
    void whatIsClosedOrOurOwnMayBeReplaced() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("log"));
        Path data = Files.writeString(inside.resolve("data.csv"), "user,item\n");
        Path other = Files.writeString(folder.resolve("other.csv"), "user,item\n");
        Path report = inside.resolve("report.csv");
        OutputFile.write(report, out -> out.write('n'));
        DataInUse.add(other);
        long since = DataInUse.readings();
        DataInUse.addFound(report);
        DataInUse.addFound(data);
        OutputFile.write(report, out -> out.write('m'));
        refused(data);
        DataInUse.retain(since);
        refused(data);
        OutputFile.write(other, out -> out.write('n'));
        DataInUse.add(report);
        refused(report);
        DataInUse.retain(DataInUse.readings());
        OutputFile.write(data, out -> out.write('n'));
    }

    @Test
    void whatAWorkspaceKeepsIsNotReplaced() throws Exception {
        Path home = folder.resolve("home");
        Path workspace = Files.createDirectories(home.resolve("workspace"));
        Files.writeString(workspace.resolve("runs.db"), "kept");
        for (String own : List.of(
                "runs.db",
                "runs.db-wal",
                "pseudonyms.key",
                "ledger.json",
                "ledger.lock",
                "window.lock",
                "canaries.txt",
                "runs",
                "runs/1/best-3.safetensors",
                "runs/7/new.html",
                "processes/x.lock",
                "snapshots/log/1.parquet",
                "set-aside/runs.db",
                "submissions/" + "0f".repeat(32) + ".csv",
                "recipes/123e4567-e89b-12d3-a456-426614174000.recipe.json",
                "../settings.json",
                "../logs/nara-2026-01-01.log",
                "../engines/speeds.json")) {
            refused(workspace.resolve(own));
        }
        Path elsewhere = Files.createSymbolicLink(folder.resolve("elsewhere"), workspace);
        refused(elsewhere.resolve("runs.db"));
        for (String free : List.of("report.html", "submissions/mine.csv", "../report.html", "lists/runs/a.csv")) {
            OutputFile.write(workspace.resolve(free), out -> out.write('n'));
            OutputFile.append(workspace.resolve(free), "x");
        }
        assertEquals("kept", Files.readString(workspace.resolve("runs.db")));
    }
}
