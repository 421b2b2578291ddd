package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says on a machine that lacks what it needs: the true cause and what to do, in one message. */
@Tag("process")
class MachineTest {
    @TempDir
    private Path home;

    /** The columns of the data, which no format claims. */
    private static final List<String> COLUMNS =
            List.of("--user", "user_id", "--item", "item_id", "--time", "timestamp");

    private Path data;
    private String out = "";
    private String said = "";

    @BeforeEach
    void writeData() throws IOException {
        data = home.resolve("data.csv");
        StringBuilder rows = new StringBuilder("user_id,item_id,timestamp\n");
        for (int user = 0; user < 30; user++) {
            for (int n = 0; n < 8; n++) {
                rows.append("kim-")
                        .append(user)
                        .append(",i")
                        .append((user * 3 + n * n) % 25)
                        .append(',');
                rows.append(1_600_000_000L + 86_400L * n + user).append('\n');
            }
        }
        Files.writeString(data, rows);
    }

    /** Runs a command after a line of shell, in which $HOMEDIR is the folder of the test; returns the exit code. */
    private int nara(List<String> by, String shell, String... arguments) throws Exception {
        List<String> before = new ArrayList<>(by);
        before.addAll(List.of("bash", "-c", "HOMEDIR=" + home + "; " + shell + "; exec \"$@\"", "bash"));
        List<String> command = new ArrayList<>(List.of(arguments));
        if (command.contains("--data")) {
            command.addAll(COLUMNS);
        }
        Process process = NaraProcess.startBy(home, before, command.toArray(String[]::new));
        out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        said = Files.readString(home.resolve("messages.txt"));
        assertFalse(said.contains("\tat "), said);
        return code;
    }

    /** With mounts of its own, where the system lets a user have them. */
    private static List<String> mounting() throws Exception {
        List<String> unshare = List.of("unshare", "-rm");
        try {
            List<String> probe = List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt");
            assumeTrue(new ProcessBuilder(probe).start().waitFor() == 0, "no mounts of one's own here");
        } catch (IOException e) {
            assumeTrue(false, "no unshare here");
        }
        return unshare;
    }

    private void train() throws Exception {
        String[] command = {"train", "--data", data.toString(), "--algorithm", "mf", "--epochs", "2"};
        assertEquals(0, nara(List.of(), "true", command), said);
    }

    @Test
    void aTemporaryFolderThatIsMissingIsNotNeeded() throws Exception {
        assertEquals(
                0,
                nara(List.of(), "export JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/proc/nowhere", "data", "--data", data + ""),
                said);
        train();
        try (Stream<Path> unpacked = Files.list(home.resolve("temporary"))) {
            assertTrue(unpacked.count() <= 2);
        }
    }

    @Test
    @Tag("battery")
    void aFullDiskIsReportedAsSuch() throws Exception {
        train();
        String full = "mkdir -p $HOMEDIR/small && mount -t tmpfs -o size=100k,mode=700 none $HOMEDIR/small"
                + " && head -c 200000 /dev/zero > $HOMEDIR/small/fill 2>/dev/null";
        List<String> by = mounting();
        assertEquals(2, nara(by, full + "; export NARA_HOME=$HOMEDIR/small", "runs", "list"));
        assertTrue(said.contains("small: The disk is full. The program keeps its files there."), said);

        assertEquals(1, nara(by, full, "sample", "--out", home + "/small/sample", "--profiles", "50"));
        assertTrue(said.contains("The disk is full. Free some space on it"), said);
        assertEquals(1, nara(by, full, "recommend", "--run", "1", "--out", home + "/small/lists.csv"));
        assertTrue(said.contains("The disk is full. Free some space on it"), said);
        assertEquals(1, nara(by, full, "runs", "export", "--run", "1", "--file", home + "/small/run.zip"));
        assertTrue(said.contains("The disk is full. Free some space on it"), said);

        assertEquals(0, nara(List.of(), "true", "runs", "export", "--run", "1", "--file", home + "/run.zip"), said);
        String little = full.replace("size=100k", "size=180k").replace("200000", "20000");
        assertEquals(
                2, nara(by, little, "runs", "import", "--file", home + "/run.zip", "--workspace", home + "/small/w"));
        assertTrue(said.contains("has 0 MB free. Free some space on it"), said);

        String half = full.replace("size=100k", "size=2m").replace("200000", "1600000");
        String[] training = {
            "train", "--data", data + "", "--algorithm", "mf", "--epochs", "40", "--workspace", home + "/small/w"
        };
        assertEquals(1, nara(by, half, training));
        assertTrue(said.contains("The disk is full. Free some space on it"), said);
    }

    @Test
    void aFolderInWhichSqliteCannotBeUnpackedIsNamed() throws Exception {
        train();
        String small = "mkdir -p $HOMEDIR/small && mount -t tmpfs -o size=200k,mode=700 none $HOMEDIR/small"
                + " && export NARA_HOME=$HOMEDIR/small";
        assertEquals(2, nara(mounting(), small, "runs", "list", "--workspace", home + "/workspace"));
        assertTrue(said.contains("small/temporary: SQLite cannot be unpacked into this folder"), said);
    }

    @Test
    @Tag("battery")
    void aWorkspaceThatCannotBeWrittenIsReadAndNotChanged() throws Exception {
        train();
        String readOnly = "mount --bind $HOMEDIR/workspace $HOMEDIR/workspace"
                + " && mount -o remount,ro,bind $HOMEDIR/workspace";
        List<String> by = mounting();
        String[][] reading = {
            {"runs", "list"},
            {"runs", "show", "--run", "1"},
            {"compare", "--runs", "1"},
            {"recommend", "--run", "1", "--user", "kim-1", "--top", "2"},
            {"runs", "export", "--run", "1", "--file", home + "/run.zip"},
            {"runs", "export", "--run", "1", "--as", "html", "--file", home + "/run.html"}
        };
        for (String[] command : reading) {
            assertEquals(0, nara(by, readOnly, command), String.join(" ", command) + ": " + said);
        }
        String[][] changing = {
            {"train", "--data", data + "", "--algorithm", "mf", "--epochs", "1"},
            {"runs", "delete", "--run", "1"},
            {"runs", "import", "--file", home + "/run.zip"}
        };
        for (String[] command : changing) {
            assertEquals(2, nara(by, readOnly, command), String.join(" ", command) + ": " + said);
            assertTrue(said.contains("only be read") || said.contains("read-only"), said);
        }
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            assertEquals(1, store.list().size());
        }
    }

    @Test
    void aUserWithoutAHomeGetsAMessageAndNoFolder() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv here");
        Path open = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        String nobody = "cd $HOMEDIR/open; unset HOME NARA_HOME XDG_DATA_HOME";
        List<String> by = List.of("setpriv", "--reuid", "54321", "--clear-groups");
        assumeTrue(new ProcessBuilder("setpriv", "--reuid", "54321", "--clear-groups", "true")
                        .start()
                        .waitFor()
                == 0);
        assertEquals(2, nara(by, nobody, "runs", "list"), () -> said);
        assertTrue(said.contains("The user has no home folder. Set NARA_HOME"), said);
        try (Stream<Path> made = Files.list(open)) {
            assertEquals(List.of(), made.toList());
        }
    }

    @Test
    void tooLittleMemoryIsReportedWithItsOwnCode() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < 400_000; n++) {
            rows.append(n % 90_000).append(',').append(n * 7919L % 200_003).append(",1600000000\n");
        }
        Files.writeString(data, "user_id,item_id,timestamp\n" + rows);
        assertEquals(3, nara(List.of(), "export JAVA_TOOL_OPTIONS=-Xmx24m", "data", "--data", data + ""), said);
        assertTrue(said.contains("There is not enough memory. Java may use"), said);
    }

    @Test
    void whatIsWrittenIsTheOwnersWhateverTheUmask() throws Exception {
        String[] command = {"train", "--data", data + "", "--algorithm", "mf", "--epochs", "2"};
        assertEquals(0, nara(List.of(), "umask 000", command), said);
        assertEquals(0, nara(List.of(), "umask 000", "sample", "--out", home + "/sample", "--profiles", "50"), said);
        assertEquals(0, nara(List.of(), "umask 000", "recommend", "--run", "1", "--out", home + "/lists.csv"), said);
        List<String> open = new ArrayList<>();
        for (String place : List.of("workspace", "logs", "temporary", "sample", "lists.csv")) {
            try (Stream<Path> all = Files.walk(home.resolve(place))) {
                for (Path each : all.toList()) {
                    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                    if (!mode.endsWith("------")) {
                        open.add(mode + " " + each);
                    }
                }
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void aListGoesIntoAPipeAndToStandardOutput() throws Exception {
        train();
        assertEquals(0, nara(List.of(), "true", "recommend", "--run", "1", "--top", "1", "--out", "/dev/stdout"), said);
        assertEquals(
                "user,rank,item,title,genre,score,seen,held_out,data",
                out.lines().findFirst().orElse(""));
        assertEquals(31, out.lines().count());
    }

    /** One of the program's launcher. */
    private static Path launcher(String file) {
        return Path.of(System.getProperty("basedir", ""))
                .toAbsolutePath()
                .resolve("src/main/launcher")
                .resolve(file);
    }

    /** What a command writes may be JSON, before which Java may say nothing. */
    @Test
    void javaSaysNothingOfASmallHeap() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + launcher("java.options"),
                        "-Xmx100m",
                        "-version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        assertEquals("", out);
    }

    @Test
    void tooFewFilesAreReportedBeforeJavaStarts() throws Exception {
        Process process = new ProcessBuilder("bash", "-c", "ulimit -n 64; sh " + launcher("nara") + " runs list")
                .redirectErrorStream(true)
                .start();
        out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), out);
        assertEquals(
                "nara: only 64 files may be open at once and 256 are needed; allow more with ulimit -n 1024.",
                out.strip());
    }
}
