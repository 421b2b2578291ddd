package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.StoredTraining;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Stored runs are held against each other: verdicts, curves, settings, children, groups of children, protocols. */
@Tag("window")
class CompareWorkspaceTest extends WindowTest {
    @BeforeAll
    static void train() throws Exception {
        try (StoredTraining runs = StoredTraining.onSample(folder)) {
            for (String factors : List.of("8", "32")) {
                for (long seed = 1; seed <= 3; seed++) {
                    runs.train("ials", Map.of("factors", factors), 4, seed);
                }
            }
            for (String id : List.of("popularity", "item-knn", "ease", "own-watched")) {
                runs.train(id, Map.of(), 4, 1);
            }
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    private TableView<?> table(String id) {
        return nara.find("#" + id, TableView.class);
    }

    private Object cell(String table, int row, int column) {
        return OnFx.get(() -> table(table).getColumns().get(column).getCellData(row));
    }

    private int rows(String table) {
        return OnFx.get(() -> table(table).getItems().size());
    }

    private void page(int place, String picture) throws Exception {
        TabPane pages = nara.find("#compare-pages", TabPane.class);
        nara.robot().interact(() -> pages.getSelectionModel().select(place));
        nara.picture(picture);
    }

    @SuppressWarnings("unchecked")
    private void choose(long... ids) {
        TableView<StoredRun> runs = (TableView<StoredRun>) table("compare-runs");
        nara.robot().interact(() -> {
            runs.getSelectionModel().clearSelection();
            for (long id : ids) {
                runs.getItems().stream().filter(r -> r.id() == id).forEach(r -> runs.getSelectionModel()
                        .select(r));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> combo() {
        return nara.find("#compare-grouping", ComboBox.class);
    }

    @Test
    void fromRunsToAChild() throws Exception {
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.ENGLISH);
            nara.window().themeProperty().set(Theme.LIGHT);
            nara.window().workspace(3);
        });
        nara.awaitData("sample-data");
        nara.await("all runs are listed", () -> rows("compare-runs") == 10);
        nara.picture("compare-empty");
        TextField search = nara.find("#compare-search", TextField.class);
        nara.robot().interact(() -> search.setText("factors>=32 score>0.1"));
        assertEquals(3, rows("compare-runs"), "runs are found by their settings and figures");
        nara.robot().interact(() -> search.setText(""));

        choose(1, 2, 3, 4, 5, 6);
        nara.await("seeds are one setting", () -> rows("standings") == 2);
        assertEquals("3", cell("standings", 0, 2));
        assertTrue(
                String.valueOf(cell("standings", 1, 11)).matches("[✓≈] .*"), String.valueOf(cell("standings", 1, 11)));
        page(4, "compare-children-first");
        nara.await("children are shown", () -> rows("compare-children") > 300);
        page(0, "compare-verdict");
        nara.robot().interact(() -> table("standings")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false)));
        nara.robot().interact(() -> {
            String copied = Clipboard.getSystemClipboard().getString();
            assertTrue(copied.startsWith("Run\tAlgorithm\t") && copied.lines().count() == 3, copied);
        });
        page(1, "compare-curves");
        ComboBox<String> grouping = combo();
        nara.robot().interact(() -> grouping.setValue("factors"));
        TabPane shown = nara.find("#compare-pages", TabPane.class);
        nara.robot().interact(() -> shown.getSelectionModel().select(3));
        nara.await("the best of each value are judged", () -> String.valueOf(cell("compare-groups", 1, 4))
                .matches("[✓≈] .*"));
        page(3, "compare-scatter");
        nara.robot().interact(() -> grouping.setValue("algorithm"));
        page(3, "compare-scatter-words");

        choose(7, 10);
        nara.await(
                "two rules are compared",
                () -> rows("standings") == 2
                        && "own-watched"
                                .equals(algorithm(cell("standings", 0, 1).toString())));
        assertTrue(String.valueOf(cell("standings", 1, 11)).startsWith("✓"), "a rule has no seeds to wait for");
        page(2, "compare-settings");
        page(4, "compare-children");
        assertTrue((Double) cell("compare-children", 0, 4) < 0, "who lost most stands first");
        int all = rows("compare-children");
        page(5, "compare-user-groups");
        assertTrue(rows("compare-user-groups") > 5, "there are groups");
        nara.robot()
                .interact(() -> table("compare-user-groups").getSelectionModel().select(0));
        page(4, "compare-group");
        assertTrue(rows("compare-children") < all, "a group's children are shown");

        page(5, "compare-user-groups");
        int ofUsers = rows("compare-user-groups");
        nara.robot().interact(nara.find("#compare-item-groups", Button.class)::fire);
        nara.await("groups of albums are there", () -> rows("compare-user-groups") > ofUsers + 5);
        page(5, "compare-item-groups");

        page(6, "compare-protocols-empty");
        Button evaluate = nara.find("#compare-evaluate", Button.class);
        nara.robot().interact(evaluate::fire);
        nara.await("protocols are evaluated", () -> rows("compare-protocols") >= 6);
        nara.robot().interact(() -> nara.window().themeProperty().set(Theme.DARK));
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.KOREAN));
        page(6, "compare-protocols");
        page(0, "compare-dark");

        Button export = nara.find("#compare-export", Button.class);
        nara.robot().interact(export::fire);
        Path file = folder.resolve("runs.csv");
        nara.await("the table is written", () -> Files.exists(file));
        nara.robot().interact(nara.find("#compare-report", Button.class)::fire);
        Path page = folder.resolve("comparison.html");
        nara.await("the page is written", () -> Files.exists(page));
        assertTrue(Files.readString(page).contains("data:image/png;base64,"));
        assertEquals(11, Files.readAllLines(file).size());
        assertTrue(Files.readAllLines(file).get(0).startsWith("run,name,state,best_epoch,figures,"));
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        Label title = nara.find("#compare-workspace .workspace-title", Label.class);
        assertTrue(OnFx.get(title::isVisible));
    }

    /** The id of an algorithm whose name is on screen. */
    private static String algorithm(String name) {
        return name.startsWith("Most watched") ? "own-watched" : name;
    }
}
