package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shows a file in its folder. */
class ShownFileTest {
    private static final Path FILE = Path.of("/lists/submission.csv");

    @Test
    void eachSystemHasItsOwn() {
        assertEquals(List.of("xdg-open", "/lists"), ShownFile.command("Linux", FILE));
        assertEquals(List.of("open", "-R", "/lists/submission.csv"), ShownFile.command("Mac OS X", FILE));
        assertEquals(List.of("explorer.exe", "/select,/lists/submission.csv"), ShownFile.command("Windows 11", FILE));
    }
}
