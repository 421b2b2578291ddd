package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.SubmissionCheck;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.settings.Settings;
import dev.nara.settings.SettingsFile;
import dev.nara.split.SplitFile;
import dev.nara.store.RunStore;
import dev.nara.store.archive.RunArchive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A pipe that nobody writes into, or a device that never ends, holds no reader up. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InputFileTest {
    @TempDir
    private Path folder;

    private static void refused(Executable reading) {
        DataException refused = assertThrows(DataException.class, reading);
        assertEquals(
                "This is a pipe or a device, not a file.", refused.problem().in(Locale.ENGLISH));
    }

    @Test
    void everyReaderRefusesAPipe() throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        refused(() -> InputFile.text(pipe));
        refused(() -> RecipeFile.read(pipe));
        refused(() -> ComposeRecipe.read(pipe));
        refused(() -> TestServices.on(folder).open(pipe, Recipe.USUAL, Progress.NONE));
        refused(() -> new SplitFile().split(Toy.twoTastes(4, 4, 2), pipe.toString(), 1));
        refused(() -> SubmissionCheck.lists(pipe, Toy.twoTastes(4, 4, 2)));
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            refused(() -> RunArchive.read(store, pipe));
        }
        assertEquals(Settings.defaults(), new SettingsFile(pipe).read());
        assertEquals("", SplitFile.hash(pipe));
    }

    @Test
    void aDeviceIsRefusedAndAFolderReportedAsOne() throws Exception {
        Path zeros = Path.of("/dev/zero");
        if (Files.exists(zeros)) {
            refused(() -> InputFile.text(zeros));
            refused(() -> TestServices.on(folder).open(zeros, Recipe.USUAL, Progress.NONE));
        }
        DataException refused = assertThrows(DataException.class, () -> RecipeFile.read(folder));
        assertTrue(refused.getMessage().endsWith("This is a folder, not a file. Name a file."), refused.getMessage());
    }

    /** What the system says of it, "Input length = 1", would send people to look for a broken disk. */
    @Test
    void anotherEncodingIsReportedAsOne() throws Exception {
        Path file = Files.writeString(folder.resolve("r.recipe.json"), "{\"format\":\"ncf\"}", StandardCharsets.UTF_16);
        DataException refused = assertThrows(DataException.class, () -> RecipeFile.read(file));
        assertEquals(file + ": The file is not UTF-8. Save it as UTF-8.", refused.message(Locale.ENGLISH));
    }
}
