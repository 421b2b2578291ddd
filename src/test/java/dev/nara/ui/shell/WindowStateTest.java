package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowStateTest {
    @Test
    void atFirstTheWindowTakesMostOfTheScreen() {
        assertEquals(new Rectangle2D(144, 81, 1632, 918), WindowState.first(new Rectangle2D(0, 0, 1920, 1080)));
        assertEquals(new Rectangle2D(96, 60, 1088, 680), WindowState.first(new Rectangle2D(0, 0, 1280, 800)));
        assertEquals(
                new Rectangle2D(0, 0, 800, 600),
                WindowState.first(new Rectangle2D(0, 0, 800, 600)),
                "never larger than the screen");
    }

    @Test
    void foldersAreShownByTheSystem() {
        Path folder = Path.of("/data");
        assertEquals(List.of("xdg-open", folder.toString()), FolderView.command("Linux", folder));
        assertEquals(List.of("open", folder.toString()), FolderView.command("Mac OS X", folder));
        assertEquals(List.of("explorer", folder.toString()), FolderView.command("Windows 11", folder));
    }
}
