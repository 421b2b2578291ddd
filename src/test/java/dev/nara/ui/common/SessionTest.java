package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
import dev.nara.data.OutputFile;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
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
        Session session = new Session();
        open(session, first);
        open(session, second);
        OutputFile.write(first, out -> out.write('x'));
        assertEquals("x", Files.readString(first));
        assertThrows(DataException.class, () -> OutputFile.check(second));
    }

    @Test
    void everyFileOfOpenDataIsProtectedWhereverItIs() throws Exception {
        Path data = Files.createDirectory(folder.resolve("c"));
        Path log = Files.writeString(data.resolve("u.data"), "1\t1\t5\t1\n1\t2\t5\t2\n2\t1\t5\t3\n");
        Path items = Files.writeString(data.resolve("u.item"), "1|One (1990)|01-Jan-1990||u" + "|0".repeat(19) + "\n");
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "1\t1\t5\t1\n1\t2\t5\t2\n");
        Path linked = Files.createDirectory(folder.resolve("d"));
        Files.createSymbolicLink(linked.resolve("u.data"), elsewhere);
        Session session = new Session();
        open(session, log);
        assertThrows(DataException.class, () -> OutputFile.check(items));
        open(session, linked);
        OutputFile.check(items);
        assertThrows(DataException.class, () -> OutputFile.check(elsewhere));
    }

    private void open(Session session, Path data) throws Exception {
        long since = DataInUse.readings();
        Session.Opened opened =
                Session.Opened.of(since, TestServices.on(folder).open(data, Recipe.USUAL, Progress.NONE));
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> session.openedProperty().set(opened));
    }
}
