package dev.nara.store.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHeaderTest {
    @TempDir
    private Path folder;

    @Test
    void nothingOfWhatAFolderSaysOfItsRunCanBeChanged() throws Exception {
        try (RunStore store = RunStore.open(folder)) {
            store.create(RunSpec.draft().data("/data").format("toy").spec());
            store.label(1, new StoredRun.Label("첫 실행", "", "", true));
            Path run = store.files().folder(1);
            ArchiveHeader header = FolderHeader.read(run);
            assertEquals(ArchiveHeader.of(store.find("1"), store.identity(store.find("1"))), header);
            assertEquals("첫 실행", header.label().name());
            byte[] whole = Files.readAllBytes(run.resolve("run.json"));
            for (int at = 0; at < whole.length - 1; at++) {
                byte[] changed = whole.clone();
                changed[at] ^= 2;
                Files.write(run.resolve("run.json"), changed);
                assertThrows(
                        IOException.class,
                        () -> FolderHeader.read(run),
                        () -> new String(changed, StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aLinkInItsPlaceIsReplacedAndLeadsNowhere() throws Exception {
        try (RunStore store = RunStore.open(folder)) {
            store.create(RunSpec.draft().data("/data").format("toy").spec());
            Path file = store.files().folder(1).resolve("run.json");
            Path elsewhere = folder.resolve("elsewhere");
            Files.move(file, elsewhere);
            String before = Files.readString(elsewhere);
            Files.createSymbolicLink(file, elsewhere);
            store.label(1, new StoredRun.Label("renamed", "", "", false));
            assertEquals(before, Files.readString(elsewhere));
            assertEquals(
                    "renamed",
                    FolderHeader.read(store.files().folder(1)).label().name());
        }
    }
}
