package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Weights;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.store.RunStore;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.WatchedListLog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One user of thirty is erased from runs of three algorithms. */
class WorkspaceForgetTest extends CommandLineTest {
    private static final int USERS = 30;
    private static final int USER = 7;
    private static final String ID = "mina-seven";

    private Path data;

    @BeforeEach
    void train() throws IOException {
        data = folder.resolve("data.csv");
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int user = 0; user < USERS; user++) {
            for (int n = 0; n < 8; n++) {
                rows.append(user == USER ? ID : "kim-" + user).append(",i").append((user * 3 + n * n) % 25);
                rows.append(',').append(1_600_000_000L + 86_400L * n + user).append('\n');
            }
        }
        Files.writeString(data, rows);
        train("mf", "--epochs", "2");
        train("user-knn");
        train("gmf", "--epochs", "2", "--engine", "vector");
    }

    private void train(String algorithm, String... more) {
        List<String> command = Stream.concat(
                        Stream.of("train", "--data", data.toString(), "--user", "user", "--item", "item", "--time"),
                        Stream.concat(Stream.of("time", "--algorithm", algorithm), Arrays.stream(more)))
                .toList();
        assertEquals(0, nara(command.toArray(String[]::new)), err);
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private Path only(long run, String glob) throws IOException {
        try (var found = Files.newDirectoryStream(workspace().resolve("runs/" + run), glob)) {
            return found.iterator().next();
        }
    }

    private static float[] row(Weights weights, String name, int user) {
        float[] array = Objects.requireNonNull(weights.get(name));
        int width = array.length / USERS;
        return Arrays.copyOfRange(array, user * width, (user + 1) * width);
    }

    /** The files of the workspace in which the user is named. */
    private List<String> naming() throws IOException {
        try (Stream<Path> files = Files.walk(workspace())) {
            return files.filter(Files::isRegularFile)
                    .filter(WorkspaceForgetTest::isNaming)
                    .map(file -> workspace().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isNaming(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ID);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withoutYesNothingIsErased() throws IOException {
        assertEquals(0, nara("workspace", "forget", "--user", ID), err);
        assertTrue(out.contains("run 1: the user's rows in best-"), out);
        assertTrue(out.contains("run 3: the user's rows in best-"), out);
        assertTrue(out.contains("run 1: the user's line in split.jsonl"), out);
        assertTrue(err.contains("Nothing was erased yet."), err);
        assertTrue(err.contains(data.toString()), err);
        assertEquals(List.of("runs/1/split.jsonl", "runs/2/split.jsonl", "runs/3/split.jsonl"), naming());
    }

    @Test
    void aSplitThatCannotBeReadGoesAsAWholeAndHoldsNothingUp() throws IOException {
        Path split = workspace().resolve("runs/2/split.jsonl");
        Files.writeString(split, Files.readString(split).replace("kim-3", "kim-x"));
        assertEquals(0, nara("workspace", "forget", "--user", ID, "--yes"), err);
        assertTrue(out.contains("run 2: split.jsonl, which cannot be read, as a whole"), out);
        assertTrue(err.contains("All of this was erased."), err);
        assertEquals(List.of(), naming());
    }

    @Test
    void aSplitForWhichMemoryHasNoRoomStays() throws IOException {
        Path split = workspace().resolve("runs/2/split.jsonl");
        long length = Runtime.getRuntime().maxMemory() / 8 + 1;
        try (RandomAccessFile file = new RandomAccessFile(split.toFile(), "rw")) {
            file.setLength(length);
        }
        assertEquals(1, nara("workspace", "forget", "--user", ID, "--yes"), err);
        assertTrue(err.contains("This could not be erased: run 2: the user's line in split.jsonl"), err);
        assertEquals(length, Files.size(split));
    }

    @Test
    void whatCannotBeErasedIsNamedAndTheRestErased() throws IOException {
        Path split = workspace().resolve("runs/1/split.jsonl");
        Files.delete(split);
        Files.createDirectories(split.resolve("inside"));
        assertEquals(1, nara("workspace", "forget", "--user", ID, "--yes"), err);
        assertTrue(err.contains("This could not be erased: run 1: split.jsonl"), err);
        assertTrue(err.contains("1 place named above"), err);
        assertEquals(List.of(), naming());
    }

    @Test
    void whatIsKeptOfTheUserIsErasedAndNothingOfOthers() throws Exception {
        Weights before = Safetensors.read(only(1, "best-?.safetensors"));
        Weights figures = Safetensors.read(only(1, "best-*-users.safetensors"));
        String metric = figures.names().iterator().next();
        float[] all = Objects.requireNonNull(figures.get(metric)).clone();
        Path submission = Files.writeString(
                folder.resolve("s.csv"), "profile_id,predicted_list\n" + ID + ",\"[1, 2]\"\nkim-1,\"[3, 4]\"\n");
        Ledger ledger = Ledger.in(workspace());
        LedgerEntry entry = LedgerEntry.foreign(submission, Map.of());
        ledger.add(entry);
        try (RunStore store = RunStore.open(workspace())) {
            store.watchedUsers().choose(ID, true);
        }

        assertEquals(0, nara("workspace", "forget", "--user", ID, "--yes"), err);

        assertEquals(List.of(), naming());
        Weights after = Safetensors.read(only(1, "best-?.safetensors"));
        assertArrayEquals(new float[row(before, "user_factors", USER).length], row(after, "user_factors", USER));
        assertArrayEquals(row(before, "user_factors", 8), row(after, "user_factors", 8));
        assertEquals(before.notes(), after.notes());
        float[] gmf = row(Safetensors.read(only(3, "best-?.safetensors")), "gmf.user", USER);
        assertArrayEquals(new float[gmf.length], gmf);
        Weights near = Safetensors.read(only(2, "best-?.safetensors"));
        float[] neighbours = Objects.requireNonNull(near.get("neighbours"));
        float[] similarities = Objects.requireNonNull(near.get("similarities"));
        assertEquals(
                0,
                IntStream.range(0, neighbours.length)
                        .filter(n -> neighbours[n] == USER && similarities[n] != 0)
                        .count());
        Weights fewer = Safetensors.read(only(1, "best-*-users.safetensors"));
        float[] left = Objects.requireNonNull(fewer.get(metric));
        assertEquals(all.length - 1, left.length);
        assertEquals(
                RunFiles.users(IntStream.range(0, USERS).filter(u -> u != USER).toArray()),
                fewer.notes().get(RunFiles.USERS));
        assertFalse(WatchedListLog.read(workspace().resolve("runs/1/canaries.jsonl"))
                .containsKey(USER));
        assertFalse(Files.exists(workspace().resolve("runs/1/last.safetensors")));
        assertEquals(
                "profile_id,predicted_list\nkim-1,\"[3, 4]\"\n",
                Files.readString(ledger.copy(ledger.entries().get(0))));
        try (RunStore store = RunStore.open(workspace())) {
            assertEquals("user-erased", store.find("1").label().tags());
            assertEquals(3, store.list().size());
        }

        assertEquals(0, nara("workspace", "forget", "--user", ID, "--yes"), err);
        assertEquals("", out);
        assertTrue(err.startsWith("Nothing of this user is stored here."), err);
        assertEquals(0, nara("recommend", "--run", "1", "--user", "kim-1", "--top", "3"), err);
    }

    @Test
    void aRunOfWhichNeitherSplitNorDataIsThereIsNamed() throws IOException {
        Files.delete(workspace().resolve("runs/2/split.jsonl"));
        Files.move(data, folder.resolve("moved.csv"));
        assertEquals(0, nara("workspace", "forget", "--user", ID, "--yes"), err);
        assertTrue(err.contains("It is not known which parts of run 2 are the user's."), err);
        assertEquals(0, nara("workspace", "forget", "--user", ID, "--data", folder.resolve("moved.csv") + "", "--yes"));
        assertFalse(err.contains("It is not known"), err);
        assertTrue(out.contains("run 2: "), out);
    }

    @Test
    void anUnknownUserIsNothingToForget() {
        assertEquals(0, nara("workspace", "forget", "--user", "nobody", "--yes"), err);
        assertTrue(err.startsWith("Nothing of this user is stored here."), err);
        assertEquals("", out);
    }

    @Test
    void aFolderOfNoRunAndWhatWasSetAsideAreNamed() throws IOException {
        Path runs = workspace().resolve("runs");
        Files.createDirectory(runs.resolve("99"));
        Files.copy(runs.resolve("1/split.jsonl"), runs.resolve("99/split.jsonl"));
        Files.createDirectory(workspace().resolve("set-aside"));
        Files.createDirectory(workspace().resolve("snapshots"));
        Path preferences = Files.writeString(folder.resolve("settings.json"), "{\"left\": {\"child\": \"" + ID);
        Path aside = Files.writeString(folder.resolve("damaged-settings.json"), "{");
        assertEquals(0, nara("workspace", "forget", "--user", ID), err);
        assertTrue(err.contains("99: This folder belongs to no stored run."), err);
        for (Path named :
                List.of(workspace().resolve("set-aside"), workspace().resolve("snapshots"), preferences, aside)) {
            assertTrue(err.contains("  " + named + "\n"), err);
        }
    }

    /** As where the ledger was lost, or a program was killed while it wrote. */
    @Test
    void copiesThatNoLedgerKnowsAndHalfWrittenFilesAreErasedToo() throws Exception {
        Path submission = Files.writeString(
                folder.resolve("s.csv"), "profile_id,predicted_list\n" + ID + ",\"[1, 2]\"\nkim-1,\"[3, 4]\"\n");
        Ledger.in(workspace()).add(LedgerEntry.foreign(submission, Map.of()));
        Files.delete(workspace().resolve("ledger.json"));
        Files.copy(submission, workspace().resolve("submissions/.s.csv.2147483647.tmp"));
        Files.copy(submission, workspace().resolve("runs/1/.split.jsonl.2147483647.tmp"));
        assertEquals(5, naming().size() - 1, naming().toString());
        assertEquals(0, nara("workspace", "forget", "--user", ID, "--yes"), err);
        assertTrue(out.contains("run 1: .split.jsonl."), out);
        assertEquals(List.of(), naming());
    }

    @Test
    void preferencesThatCannotBeWrittenAreNotSaidToBeErased() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"left\":{\"workspace\":\"CHILD\",\"child\":\"" + ID + "\"}}");
        assertEquals(0, nara("workspace", "forget", "--user", ID), err);
        assertTrue(out.contains("the child that the window would open with"), out);
        // Nothing can take the place of a folder's own entry.
        Files.delete(file);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("s.json"), "{\"left\":{\"workspace\":\"CHILD\",\"child\":\"" + ID + "\"}}");
        Files.createSymbolicLink(file, elsewhere.resolve("s.json"));
        Files.createDirectory(
                elsewhere.resolve(".s.json." + ProcessHandle.current().pid() + ".tmp"));
        assertEquals(1, Math.min(1, nara("workspace", "forget", "--user", ID, "--yes")), err);
        assertFalse(err.contains("All of this was erased."), err);
    }

    @Test
    void nothingIsSaidToBeStoredOnlyWhereAllCouldBeRead() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{");
        assertEquals(0, nara("workspace", "forget", "--user", "nobody"), err);
        assertTrue(err.startsWith("Nothing of this user was found in the files that can be read."), err);
    }
}
