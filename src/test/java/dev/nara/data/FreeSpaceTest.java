package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNeededAndWhatThereIsAreNamed() {
        Path archive = folder.resolve("log.zip");
        Text remedy = Text.of("data.space.remedy");
        assertDoesNotThrow(() -> FreeSpace.check(archive, folder, 3 << 20, 3 << 20, remedy));
        DataException full =
                assertThrows(DataException.class, () -> FreeSpace.check(archive, folder, 1L << 40, 3 << 20, remedy));
        assertEquals(
                "Unpacking needs 1,048,576 MB; the disk of " + folder + " has 3 MB free.",
                full.problem().in(Locale.ENGLISH));
        assertThrows(DataException.class, () -> FreeSpace.check(archive, folder, Long.MAX_VALUE, remedy));
        assertDoesNotThrow(() -> FreeSpace.check(archive, folder.resolve("missing"), Long.MAX_VALUE, remedy));
    }
}
