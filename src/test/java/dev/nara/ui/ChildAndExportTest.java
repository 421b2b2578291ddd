package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.StoredTraining;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.run.RunState;
import dev.nara.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** From a trained run through a child, a what-if, composed lists and a checked submission to the ledger. */
@Tag("window")
class ChildAndExportTest extends WindowTest {
    private static final int EPOCHS = Integer.getInteger("nara.epochs", 3);

    private static final Map<String, String> SMALL = Map.of(
            "gmf_dimension", "8",
            "mlp_user_dimension", "8",
            "mlp_item_dimension", "8",
            "layers", "8",
            "learning_rate", "0.01",
            "batch_size", "1024");

    @BeforeAll
    static void train() throws Exception {
        try (StoredTraining runs = StoredTraining.onSample(folder)) {
            runs.train("ease", Map.of(), 1, 1);
            runs.train("neumf", EPOCHS < 10 ? SMALL : Map.of(), EPOCHS, 1);
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    @ParameterizedTest
    @CsvSource({"ko, LIGHT", "en, DARK"})
    void fromARunToTheLedger(String language, Theme theme) throws Exception {
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.forLanguageTag(language));
            nara.window().themeProperty().set(theme);
        });
        String look = "-" + language + "-" + theme.name().toLowerCase(Locale.ROOT);
        RailUnderTest runs = new RailUnderTest();
        nara.await("the runs are read", () -> runs.size() >= 2);
        nara.awaitData("sample-data");
        runs.chooseAt(runs.size() - 2);
        lookAtAChild(look);
        askWhatIf(look);
        composeLists(look);
    }

    private static List<?> rows(TableView<?> table) {
        return OnFx.get(() -> List.copyOf(table.getItems()));
    }

    private static List<?> rows(ListView<?> list) {
        return OnFx.get(() -> List.copyOf(list.getItems()));
    }

    @SuppressWarnings("unchecked")
    private void lookAtAChild(String look) throws Exception {
        nara.robot().interact(() -> nara.window().workspace(4));
        ListView<?> children = nara.find("#children", ListView.class);
        ComboBox<Object> order = nara.find("#child-order", ComboBox.class);
        nara.await(
                "figures and watched children are read",
                () -> children.getItems().size() > 500
                        && !nara.find("#recommendations", TableView.class)
                                .getItems()
                                .isEmpty());
        nara.robot().interact(() -> order.setValue(order.getItems().get(4)));
        nara.robot().interact(() -> children.getSelectionModel().select(0));
        Slider epochs = nara.find("#child-epochs", Slider.class);
        nara.await("the child is watched", () -> epochs.isVisible() && epochs.getMax() == EPOCHS - 1);
        TableView<?> list = nara.find("#recommendations", TableView.class);
        nara.await("its list is there", () -> list.getItems().size() == 25);
        List<?> last = rows(list);
        nara.robot().interact(() -> epochs.setValue(0));
        assertNotEquals(last, rows(list), "the list is that of the first epoch");
        TabPane pages = nara.find("#child-pages", TabPane.class);
        nara.robot().interact(() -> pages.getSelectionModel().select(3));
        nara.picture("child-learning" + look);
        nara.robot().interact(() -> epochs.setValue(epochs.getMax()));
        nara.await("the list is back", () -> last.equals(rows(list)));
        nara.robot().interact(() -> list.getSelectionModel().select(0));
        nara.robot().interact(() -> pages.getSelectionModel().select(2));
        nara.robot().interact(nara.find("#why-ask", Button.class)::fire);
        TableView<?> without = nara.find("#why-without", TableView.class);
        nara.await("counterfactuals are there", () -> !without.getItems().isEmpty());
        nara.picture("child-why" + look);
        nara.robot().interact(() -> pages.getSelectionModel().select(6));
        nara.await(
                "the album's page is there",
                () -> !nara.find("#album-viewers", TableView.class).getItems().isEmpty());
        nara.robot().interact(nara.find("#child-cards", ToggleButton.class)::fire);
        nara.picture("child-album" + look);
        nara.robot().interact(nara.find("#child-cards", ToggleButton.class)::fire);
        nara.robot().interact(() -> pages.getSelectionModel().select(5));
        ComboBox<Object> beside = nara.find("#beside-run", ComboBox.class);
        nara.robot().interact(() -> beside.setValue(beside.getItems().get(0)));
        nara.await(
                "both lists are there",
                () -> nara.find("#beside-list", TableView.class).getItems().size() > 25);
        nara.picture("child-beside" + look);
        present();
    }

    /** Nothing on screen tells who a child is. */
    private void present() {
        Label name = nara.find("#child-name", Label.class);
        String known = OnFx.get(name::getText);
        nara.menu("present");
        assertNotEquals(known, OnFx.get(name::getText));
        nara.menu("present");
        assertEquals(known, OnFx.get(name::getText));
    }

    private void askWhatIf(String look) throws Exception {
        TabPane pages = nara.find("#child-pages", TabPane.class);
        nara.robot().interact(() -> pages.getSelectionModel().select(4));
        nara.robot().interact(nara.find("#what-if-begin", Button.class)::fire);
        TableView<?> list = nara.find("#what-if-list", TableView.class);
        nara.await("the child is learnt again", () -> list.getItems().size() == 25);
        TableView<?> history = nara.find("#what-if-history", TableView.class);
        int albums = rows(history).size();
        List<?> before = rows(list);
        nara.robot().interact(nara.find("#what-if-clear", Button.class)::fire);
        nara.await("a new child has another list", () -> !before.equals(rows(list)));
        assertTrue(rows(history).isEmpty() && albums > 0);
        TextField item = nara.find("#what-if-item", TextField.class);
        nara.robot().interact(() -> {
            item.setText("a");
            item.getOnAction().handle(null);
        });
        nara.robot().interact(nara.find("#what-if-begin", Button.class)::fire);
        nara.await("the history is back", () -> before.equals(rows(list)));
        nara.robot().interact(() -> history.getSelectionModel().select(0));
        nara.robot().interact(nara.find("#what-if-remove", Button.class)::fire);
        nara.await("one album less", () -> history.getItems().size() == albums - 1 && !before.equals(rows(list)));
        nara.picture("child-what-if" + look);
    }

    private void composeLists(String look) throws Exception {
        nara.robot().interact(() -> nara.window().workspace(5));
        ListView<?> blocks = nara.find("#compose-blocks", ListView.class);
        nara.await("the run on screen is there to begin with", () -> blocks.getItems()
                .equals(ComposeRecipe.usual(2, true)));
        MenuButton add = nara.find("#compose-add", MenuButton.class);
        nara.robot().interact(() -> {
            add.getOnShowing().handle(null);
            add.getItems().get(0).fire();
        });
        assertEquals(3, rows(blocks).size());
        typed("block-take-0", "12");
        typed("filter-diversity", "0.1");
        Label score = nara.find("#compose-score", Label.class);
        nara.await("the recipe is scored on validation", () -> score.getText()
                .matches(look.startsWith("-en") ? "This list scores \\.\\d{4} \\[.*] on validation" : ".*검증.*입니다"));
        nara.picture("export-scored" + look);
        nara.robot().interact(nara.find("#compose-tune", Button.class)::fire);
        nara.await(
                "it is tuned", () -> !nara.find("#compose-tune", Button.class).isDisabled());
        RailUnderTest runs = new RailUnderTest();
        nara.robot().interact(nara.find("#compose-fit", Button.class)::fire);
        nara.await("the recipe's run is fitted on all rows", () -> runs.runs().stream()
                .anyMatch(r -> r.fitOf().isPresent() && r.state() == RunState.FINISHED));
        Path file = folder.resolve("submission.csv");
        Files.deleteIfExists(file);
        int before = Ledger.in(folder.resolve("workspace")).entries().size();
        nara.robot().interact(nara.find("#compose-write", Button.class)::fire);
        TableView<?> ledger = nara.find("#ledger", TableView.class);
        nara.await(
                "the submission is in the ledger",
                () -> Files.exists(file)
                        && ledger.getItems().size() > 0
                        && nara.find("#check-result", Label.class)
                                .getStyleClass()
                                .contains("good"));
        List<LedgerEntry> entries = Ledger.in(folder.resolve("workspace")).entries();
        assertTrue(entries.size() >= before);
        assertFalse(entries.get(0).local().isEmpty());
        assertEquals(List.of(2L), entries.get(0).runs());
        assertEquals(List.of(3L), entries.get(0).fits());
        nara.picture("export" + look);
    }

    /** Types into the editor of a setting, which its chip opens. */
    private void typed(String setting, String text) {
        nara.robot().interact(() -> {
            TextField field = OnFx.all(".setting-chip", MenuButton.class).stream()
                    .flatMap(chip -> chip.getItems().stream())
                    .filter(CustomMenuItem.class::isInstance)
                    .map(item -> (TextField) ((HBox) ((CustomMenuItem) item).getContent())
                            .getChildren()
                            .get(1))
                    .filter(editor -> editor.getId().equals(setting + "-field"))
                    .findFirst()
                    .orElseThrow();
            field.setText(text);
            field.getOnAction().handle(null);
        });
    }
}
