package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WantedTest {
    @TempDir
    private Path folder;

    @Test
    void theFolderAskedForGoesBeforeTheChosenOneAndThatBeforeTheUsual() {
        Services usual = TestServices.on(folder.resolve("usual"));
        Wanted named = new Wanted(Optional.of(folder.resolve("named")), Optional.empty());
        assertEquals(
                folder.resolve("named"),
                named.services(usual, folder.toString()).workspace());
        assertEquals(folder, Wanted.USUAL.services(usual, folder.toString()).workspace());
        assertEquals(
                usual.workspace(),
                Wanted.USUAL.services(usual, folder.resolve("gone").toString()).workspace());
        assertEquals(usual.workspace(), Wanted.USUAL.services(usual, "").workspace());
    }
}
