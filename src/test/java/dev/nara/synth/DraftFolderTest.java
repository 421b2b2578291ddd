package dev.nara.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {
    @TempDir
    private Path parent;

    private List<String> names() throws Exception {
        try (Stream<Path> all = Files.list(parent)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatAKilledProgramLeftIsDeletedAndWhatIsBeingFilledStays() throws Exception {
        Path target = parent.resolve("sample");
        Files.createFile(parent.resolve(".sample.draft-17.lock"));
        Files.createDirectories(parent.resolve(".sample.draft-17/later"));
        Files.createFile(parent.resolve(".sample.draft-17/later/meta_data.csv"));
        Files.createDirectories(parent.resolve(".sample2.draft-1"));
        Files.createFile(parent.resolve(".sample2.draft-1.lock"));
        try (DraftFolder one = DraftFolder.beside(target)) {
            assertEquals(4, names().size(), names().toString());
            Files.createFile(one.path().resolve("meta_data.csv"));
            try (DraftFolder other = DraftFolder.beside(target)) {
                assertTrue(Files.exists(one.path().resolve("meta_data.csv")));
                assertTrue(Files.isDirectory(other.path()));
            }
        }
        assertEquals(List.of(".sample2.draft-1", ".sample2.draft-1.lock"), names());
    }
}
