package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.algorithm.Weights;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.data.AtomicFile;
import dev.nara.data.Pseudonyms;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.RunSpec;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of children is for nobody else on the machine to read. */
class PrivateWorkspaceTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWhereFilesHaveSuchPermissions() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    private static List<String> open(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(PrivateWorkspaceTest::permissions)
                    .filter(mode -> !mode.startsWith("rw------- ") && !mode.startsWith("rwx------ "))
                    .toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + " " + path;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyFileAndFolderIsTheOwnersAlone() throws Exception {
        Path workspace = folder.resolve("deep/workspace");
        try (RunStore store = RunStore.open(workspace)) {
            RunListener recorder = store.recorder(
                    store.create(RunSpec.draft().data("/data").format("toy").spec()));
            recorder.event(new RunEvent.Batch("train", 1, 10, 10, 0.5, 1, 0));
            recorder.event(new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), true, Map.of()));
            TestModels.weights(store, 1, new Weights().put("a", new float[] {1}, 1));
            recorder.event(new RunEvent.Finished(1, Map.of("HR@10", 0.2), 1, false));
            Path archive = folder.resolve("run.nara");
            RunArchive.export(store, store.find("1"), archive);
            RunArchive.read(store, archive);
            Pseudonyms.of(workspace);
            Path submission = Files.writeString(folder.resolve("s.csv"), "x");
            Ledger.in(workspace).add(LedgerEntry.foreign(submission, Map.of()));
            assertEquals(List.of(), open(folder.resolve("deep")));
        }
    }

    @Test
    void aWorkspaceOfAnEarlierVersionIsClosed() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxrwxrwx"));
        RunStore.open(workspace).close();
        assertEquals("rwx------ " + workspace, permissions(workspace));
    }

    @Test
    void aFileThatIsReplacedKeepsItsPermissions() throws Exception {
        Path shared = Files.writeString(folder.resolve("shared.csv"), "old");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-rw-r--"));
        AtomicFile.write(shared, out -> out.write(1));
        assertEquals("rw-rw-r-- " + shared, permissions(shared));
    }
}
