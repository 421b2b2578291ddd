package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.settings.Home;
import dev.nara.store.Services;
import dev.nara.ui.OnFx;
import dev.nara.ui.shell.MainWindow;
import dev.nara.ui.shell.StartOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window as the program starts it, on preferences that were damaged: what looks at them before leaves them for it to tell. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class WiringTest {
    private static final String DAMAGED = "{\"preferences\": {\"language\"";

    @TempDir
    private static Path folder;

    @Start
    void open(Stage stage) throws Exception {
        Home home = Home.at(folder);
        home.prepare();
        Files.writeString(home.settings(), DAMAGED);
        Services services = Wiring.services(home);
        MainWindow.Surroundings around = Wiring.surroundings(home);
        around.settings().read();
        MainWindow.show(services, stage, around, StartOptions.USUAL);
    }

    @Test
    void damagedPreferencesAreReportedAndKept() throws Exception {
        OnFx.await("it is reported", () -> OnFx.all(".toast", Node.class).stream()
                .anyMatch(toast -> toast.getAccessibleText().startsWith("Your preferences could not be read")));
        Path aside = Home.at(folder).settings().resolveSibling("damaged-settings.json");
        assertEquals(DAMAGED, Files.readString(aside));
    }
}
