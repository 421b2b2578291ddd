package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A window whose preferences and whose key to names were damaged. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class DamagedFilesTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Services services;

    @Start
    void open(Stage stage) throws Exception {
        services = TestServices.on(folder);
        RunStore store = services.store(services.workspace());
        store.close();
        Files.writeString(folder.resolve("settings.json"), "{\"preferences\": {\"language\"");
        Files.writeString(services.workspace().resolve("pseudonyms.key"), "no key");
        WindowUnderTest.start(stage, services, folder, folder, Executors.newCachedThreadPool());
    }

    private static boolean reported(String words) {
        return OnFx.all(".toast", Node.class).stream()
                .anyMatch(toast -> toast.getAccessibleText().startsWith(words));
    }

    @Test
    void bothAreReportedAndKeptAndTheWindowWorks() throws Exception {
        OnFx.await(
                "both are reported",
                () -> reported("Your preferences could not be read")
                        && reported("The names of presentation mode have changed"));
        assertTrue(Files.exists(folder.resolve("damaged-settings.json")));
        Path key = services.workspace().resolve("damaged-pseudonyms.key");
        assertEquals("no key", Files.readString(key));
    }
}
