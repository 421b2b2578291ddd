package dev.nara.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Dataset;
import dev.nara.data.Pseudonyms;
import dev.nara.data.Toy;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A log of 25,000 rows in pages of 20,000: users 0 and 1 have 10,000 each, user 2 the rest. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class RowsPaneTest {
    @TempDir
    private static Path folder;

    private final DataModel model = new DataModel();

    @SuppressWarnings("NullAway.Init")
    private RowsPane pane;

    @SuppressWarnings("NullAway.Init")
    private Pseudonymiser pseudonymiser;

    private static Dataset log(int rows) {
        long[][] all = new long[rows][];
        for (int r = 0; r < rows; r++) {
            all[r] = new long[] {r / 10_000, r % 7, r};
        }
        return Toy.of(3, 7, all);
    }

    @Start
    void open(Stage stage) throws Exception {
        pseudonymiser = new Pseudonymiser(Pseudonyms.of(folder), new Texts(Locale.ENGLISH), new Session());
        pane = new RowsPane(model, new Texts(Locale.ENGLISH), pseudonymiser);
        stage.setScene(new Scene(pane, 900, 500));
        stage.show();
        pane.show(log(25_000));
    }

    private TableView<?> table() {
        return OnFx.find("#log-rows", TableView.class);
    }

    private static boolean find(FxRobot robot, String user) {
        TextField field = OnFx.find("#rows-user", TextField.class);
        robot.interact(() -> {
            field.setText(user);
            field.fireEvent(new ActionEvent());
        });
        return !OnFx.find("#rows-none", Label.class).isVisible();
    }

    private static void columns(TableView<?> table, int wanted) {
        OnFx.await(wanted + " columns", () -> table.getColumns().size() == wanted);
    }

    @Test
    void rowsAreShownInPagesWhenSomebodyLooks(FxRobot robot) throws Exception {
        TableView<?> table = table();
        Label place = OnFx.find("#rows-place", Label.class);
        Button after = OnFx.find("#rows-after", Button.class);
        assertEquals(0, table.getItems().size(), "nobody looks yet");
        robot.interact(() -> model.pageProperty().set("rows"));
        columns(table, 4);
        assertEquals(20_000, table.getItems().size());
        assertEquals("1 – 20,000 of 25,000", place.getText());
        robot.interact(after::fire);
        assertEquals(5_000, table.getItems().size());
        assertEquals("20,001 – 25,000 of 25,000", place.getText());
        assertTrue(after.isDisabled());

        assertTrue(find(robot, "1"));
        assertEquals(10_000, table.getSelectionModel().getSelectedIndex(), "the user's first row");
        assertTrue(find(robot, "2"), "on the other page");
        assertEquals("20,001 – 25,000 of 25,000", place.getText());
        assertEquals(0, table.getSelectionModel().getSelectedIndex());
        assertFalse(find(robot, "3"), "there is no such user");

        robot.interact(() -> pane.show(log(500)));
        columns(table, 4);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(500, table.getItems().size());
        assertEquals(4, table.getColumns().size(), "each column once");
        assertFalse(after.isVisible());
        robot.interact(() -> pseudonymiser.onProperty().set(true));
        assertEquals("", OnFx.find("#rows-user", TextField.class).getText());
    }
}
