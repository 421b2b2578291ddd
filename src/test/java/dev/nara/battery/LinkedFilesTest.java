package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.competition.Ledger;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace in which a link to a whole file or folder elsewhere stands in the place of one of its own: what is elsewhere is neither
 * used nor changed, and the link is named.
 */
@Tag("process")
@Tag("battery")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedFilesTest {
    private static final String NO_LINK = "symbolic link";
    /** What may be there besides. */
    private static final List<String> MORE = List.of(
            "runs.db-journal",
            "window.lock",
            "training-1.lock",
            "ledger.lock",
            "canaries.txt",
            "runs/1/canaries.jsonl",
            "runs/1/start-1.safetensors",
            "runs/1/validation-users.safetensors",
            "processes/0123456789abcdef0123456789abcdef.lock",
            "snapshots/log/query.json",
            "skipped-rows/u.data-12345678.csv",
            "recipes/123e4567-e89b-12d3-a456-426614174000.recipe.json");

    private static final List<String> COMMANDS = List.of(
            "runs list --json",
            "runs show --run 1",
            "evaluate --run 1",
            "runs export --run 1 --file OUT/run.nara",
            "runs export --run 1 --as mlflow --file OUT/mlruns",
            "tune list",
            "resume --run 3",
            "train --algorithm popularity --data DATA --split leave-one-out --candidates all",
            "workspace forget --user 5 --yes",
            "runs delete --run 2",
            "runs clean --yes");

    @TempDir
    private static Path folder;

    private SmallWorkspace small;
    private Path out;

    @BeforeAll
    void make() throws Exception {
        small = new SmallWorkspace(folder.resolve("small"));
        out = Files.createDirectory(folder.resolve("out"));
    }

    private Program.Said said(Path workspace, String command) {
        String line = command.replace("OUT", out.toString())
                .replace("DATA", folder.resolve("small/u.data").toString());
        Program.Said said = Program.run(workspace, line.split(" ", -1));
        assertTrue(said.code() == 0 || !said.err().isBlank(), command);
        return said;
    }

    /** A workspace with a link in a place, and what it leads to, which was there or is empty. */
    private record Linked(Path workspace, Path place, Path elsewhere) {
        Map<String, Integer> contents() throws IOException {
            Map<String, Integer> contents = new TreeMap<>();
            try (Stream<Path> all = Files.walk(elsewhere)) {
                for (Path file : all.toList()) {
                    contents.put(
                            file.toString(), Files.isDirectory(file) ? 0 : Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
            return contents;
        }
    }

    private Linked linked(String name, boolean ofFolder) throws IOException {
        Path workspace = Files.createTempDirectory(folder, "workspace").resolve("copy");
        small.copyTo(workspace);
        PrivateFiles.createFolder(workspace.resolve("processes"));
        Path place = workspace.resolve(name);
        Path elsewhere = workspace.resolveSibling("elsewhere");
        if (Files.exists(place)) {
            Files.move(place, elsewhere);
        } else if (ofFolder) {
            Files.createDirectory(elsewhere);
        } else {
            Files.writeString(elsewhere, "{}\n");
        }
        if (ofFolder) {
            Files.writeString(elsewhere.resolve(".a.1.tmp"), "of somebody else");
            Files.writeString(elsewhere.resolve("0123456789abcdef0123456789abcdef.lock"), "of somebody else");
        }
        Files.createDirectories(place.getParent());
        return new Linked(workspace, Files.createSymbolicLink(place, elsewhere), elsewhere);
    }

    /** Every command on a workspace with such a link; returns what is wrong. */
    private List<String> wrong(String name, boolean ofFolder) throws IOException {
        List<String> wrong = new ArrayList<>();
        Linked linked = linked(name, ofFolder);
        Map<String, Integer> before = linked.contents();
        Program.Said check = said(linked.workspace(), "workspace check");
        String all = check.out() + check.err();
        long named = all.lines().filter(line -> line.contains(NO_LINK)).count();
        if (check.code() == 0 || named != 1 || !all.contains(name)) {
            wrong.add(name + " is not found once: " + check.code() + " " + all);
        }
        for (String command : COMMANDS) {
            Program.Said said = said(linked.workspace(), command);
            boolean about = name.startsWith("runs/1/") && command.startsWith("runs export --run 1 --file");
            if (about && !name.endsWith("run.json") && !said.err().contains(NO_LINK)) {
                wrong.add(name + " is exported: " + said.err());
            }
            if (!linked.contents().equals(before)) {
                wrong.add(name + " is written through by " + command);
                break;
            }
        }
        said(linked.workspace(), "workspace check --repair");
        Program.Said after = said(linked.workspace(), "workspace check");
        boolean refused = name.startsWith("runs.db") || name.equals("runs") || name.equals("processes");
        if (!refused && !name.equals("set-aside") && (after.out() + after.err()).contains(NO_LINK)) {
            wrong.add(name + " is still there: " + after.out() + after.err());
        }
        if (!linked.contents().equals(before)) {
            wrong.add(name + " is written through by the repair");
        }
        Folders.delete(linked.workspace().getParent());
        return wrong;
    }

    @Test
    void noFileIsReadOrWrittenThroughALink() throws Exception {
        Set<String> files = new LinkedHashSet<>();
        small.files().forEach(file -> files.add(file.toString()));
        files.addAll(MORE);
        List<String> wrong = new ArrayList<>();
        for (String file : files) {
            wrong.addAll(wrong(file, false));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noFolderIsUsedThroughALink() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String name : List.of(
                "runs/1",
                "runs/3",
                "runs/9",
                "runs",
                "processes",
                "set-aside",
                "submissions",
                "snapshots",
                "recipes")) {
            wrong.addAll(wrong(name, true));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theWorkspaceItselfMayBeALink() throws Exception {
        Path workspace = Files.createTempDirectory(folder, "workspace").resolve("copy");
        small.copyTo(workspace);
        Path link = Files.createSymbolicLink(workspace.resolveSibling("link"), workspace);
        assertEquals(0, said(link, "workspace check --repair").code());
        assertEquals(0, said(link, "resume --run 3").code());
        assertEquals(0, said(link, "evaluate --run 3").code());
        assertTrue(Files.isSymbolicLink(link) && Files.exists(workspace, LinkOption.NOFOLLOW_LINKS));
        assertEquals(List.of(), Ledger.in(link).entries());
    }
}
