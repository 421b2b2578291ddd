package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void theFolderAskedForGoesBeforeTheChosenOneAndThatBeforeTheUsual() {
        Services usual = TestServices.on(folder.resolve("usual"));
        StartOptions named = new StartOptions(Optional.of(folder.resolve("named")), Optional.empty());
        assertEquals(
                folder.resolve("named"),
                named.services(usual, folder.toString()).workspace());
        assertEquals(
                folder, StartOptions.USUAL.services(usual, folder.toString()).workspace());
        assertEquals(
                usual.workspace(),
                StartOptions.USUAL
                        .services(usual, folder.resolve("gone").toString())
                        .workspace());
        assertEquals(usual.workspace(), StartOptions.USUAL.services(usual, "").workspace());
    }
}
