package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.store.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What all workspaces share. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SessionTest {
    @TempDir
    private Path folder;

    @Start
    void toolkit(Stage stage) {
        stage.hide();
    }

    @Test
    void onlyOpenDataIsProtected() throws Exception {
        Files.createDirectory(folder.resolve("a"));
        Path first = Files.writeString(folder.resolve("a/u.data"), "1\t1\t5\t1\n1\t2\t5\t2\n2\t1\t5\t3\n");
        Path second =
                Files.copy(first, Files.createDirectory(folder.resolve("b")).resolve("u.data"));
        Services services = TestServices.on(folder);
        Session session = new Session();
        for (Path data : new Path[] {first, second}) {
            Session.Opened opened = Session.Opened.of(services.open(data, Recipe.USUAL, Progress.NONE));
            WaitForAsyncUtils.waitForAsyncFx(
                    120_000, () -> session.openedProperty().set(opened));
        }
        OutputFile.write(first, out -> out.write('x'));
        assertEquals("x", Files.readString(first));
        assertThrows(DataException.class, () -> OutputFile.check(second));
    }
}
