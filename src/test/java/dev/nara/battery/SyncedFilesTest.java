package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the database says is on disk when it says so, should the machine die at that instant: of every file that is moved into place
 * the content was synced before, and its folder before the database's next transaction.
 */
@Tag("process")
class SyncedFilesTest {
    private static final Pattern OF_FILE =
            Pattern.compile("^\\d+ +(write|pwrite64|fsync|fdatasync|ftruncate)\\(\\d+<([^>]*)>.*");
    private static final Pattern RENAME = Pattern.compile("^\\d+ +rename\\(\"([^\"]*)\", \"([^\"]*)\".*");

    @TempDir
    private Path folder;

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> unsynced = new HashSet<>();
    /** Folders in which something was moved into place, and what. */
    private final List<Path> moved = new ArrayList<>();

    private int moves;
    private int commits;

    @Test
    void whatIsMovedIntoPlaceIsOnDiskBeforeItIsReported() throws Exception {
        assumeTrue(Strace.works(), "strace, which sees file operations, is not there");
        String data = SmallWorkspace.writeData(folder.resolve("u.data")).toString();
        Path home = Files.createDirectories(folder.resolve("home"));
        List<String> log = Strace.log(
                home,
                "train",
                "--data",
                data,
                "--split",
                "leave-one-out",
                "--engine",
                "vector",
                "--epochs",
                "3",
                "--set",
                "layers=4",
                "--json");
        log.forEach(line -> follow(line, home.resolve("workspace").toString()));
        assertEquals(List.of(), wrong);
        assertTrue(moves > 6, moves + " files moved into place");
        assertTrue(commits > 6, commits + " transactions");
    }

    private void follow(String line, String workspace) {
        Matcher file = OF_FILE.matcher(line);
        Matcher rename = RENAME.matcher(line);
        if (file.matches() && file.group(2).startsWith(workspace)) {
            of(file.group(1), file.group(2));
        } else if (rename.matches() && rename.group(2).startsWith(workspace)) {
            moves++;
            moved.add(Path.of(rename.group(2)));
            if (unsynced.contains(rename.group(1))) {
                wrong.add(rename.group(2) + " is moved into place before it is on disk");
            }
        }
    }

    private void of(String call, String file) {
        boolean syncs = call.endsWith("sync");
        if (!syncs) {
            unsynced.add(file);
            return;
        }
        unsynced.remove(file);
        moved.removeIf(target -> target.getParent().toString().equals(file));
        if (file.endsWith("runs.db-wal")) {
            commits++;
            moved.forEach(target -> wrong.add(target + " is told of before its folder is on disk"));
            moved.clear();
        }
    }
}
