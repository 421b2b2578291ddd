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
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** From a trained run through a child, a what-if, composed lists and a checked submission to the ledger; the lists are composed in one language only. */
@Tag("window")
class ChildAndExportTest extends WindowTest {
    private static final int EPOCHS = Integer.getInteger("nara.epochs", 3);

    /** The column of titles. */
    private static final int TITLE = 2;

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
        if (language.equals("ko")) {
            composeLists(look);
        }
    }

    private static List<?> rows(TableView<?> table) {
        return OnFx.get(() -> List.copyOf(table.getItems()));
    }

    /** What a list recommends; the rest of its rows changes once more when the lists of earlier epochs are read. */
    private static List<?> albums(TableView<?> list) {
        return OnFx.get(() -> IntStream.range(0, list.getItems().size())
                .mapToObj(list.getColumns().get(TITLE)::getCellData)
                .toList());
    }

    private static List<?> rows(ListView<?> list) {
        return OnFx.get(() -> List.copyOf(list.getItems()));
    }

    private String heading() {
        return OnFx.get(nara.find("#child-found", Label.class)::getText);
    }

    private void lookAtAChild(String look) throws Exception {
        nara.robot().interact(() -> nara.window().workspace(4));
        assertFalse(OnFx.present("#runs"), "the children stand in the place of the runs");
        TableView<?> list = nara.find("#recommendations", TableView.class);
        Region epochs = nara.find("#child-epochs", Region.class);
        nara.await(
                "a watched child's list is there after every epoch",
                () -> list.getItems().size() == 25
                        && !nara.find("#child-play", Button.class).isDisabled());
        List<?> best = albums(list);
        nara.press(epochs, KeyCode.HOME);
        nara.await("the list is that of the first epoch", () -> !best.equals(albums(list)));
        nara.picture("child-first-epoch" + look);
        nara.robot().interact(nara.find("#child-follow", ToggleButton.class)::fire);
        nara.await("the best epoch's list is back", () -> best.equals(albums(list)));
        nara.await("it has a heading", () -> !heading().isEmpty());
        nara.await("an album is explained", () -> OnFx.present("#why-sentence") && OnFx.present("#why-without"));
        nara.picture("child-why" + look);
        nara.press(nara.find("#child-workspace", Node.class), KeyCode.T);
        nara.picture("child-table" + look);
        nara.press(nara.find("#child-workspace", Node.class), KeyCode.T);
        beside(look);
        present(look);
    }

    private void beside(String look) throws Exception {
        MenuButton beside = nara.find("#beside-run", MenuButton.class);
        nara.robot().interact(() -> {
            beside.getOnShowing().handle(null);
            beside.getItems().get(1).fire();
        });
        nara.await(
                "both lists are there",
                () -> OnFx.all("#beside-cards .album-card", Node.class).size() > 0);
        nara.picture("child-beside" + look);
        nara.robot().interact(() -> beside.getItems().get(0).fire());
        nara.await("one list is left", () -> OnFx.all("#beside-cards .album-card", Node.class)
                .isEmpty());
    }

    /** Nothing on screen tells who a child is. */
    private void present(String look) throws Exception {
        Label name = nara.find("#child-name", Label.class);
        String known = OnFx.get(name::getText);
        nara.menu("present");
        assertNotEquals(known, OnFx.get(name::getText));
        String id = known.replaceAll("\\D", "");
        assertFalse(
                SeenText.of(nara.stage()).stream().anyMatch(words -> words.matches(".*\\b" + id + "\\b.*")),
                "no word has the number " + id);
        nara.picture("child-presentation" + look);
        nara.menu("present");
        assertEquals(known, OnFx.get(name::getText));
        nara.await(
                "its list is there again",
                () -> rows(nara.find("#recommendations", TableView.class)).size() == 25);
    }

    private void askWhatIf(String look) throws Exception {
        TableView<?> list = nara.find("#recommendations", TableView.class);
        nara.await(
                "the history is there",
                () -> OnFx.all("#what-if .history-chip", Button.class).size() > 1);
        List<?> own = rows(list);
        int chips = OnFx.all("#what-if .history-chip", Button.class).size();
        nara.robot().interact(OnFx.all("#what-if .history-chip", Button.class).get(0)::fire);
        Label said = nara.find("#what-if-said", Label.class);
        nara.await("the child is learnt again", () -> said.getText().contains("ms"));
        nara.await("it says whose list it is not", nara.find("#child-tried", Region.class)::isVisible);
        nara.picture("child-what-if" + look);
        nara.press(nara.find("#child-workspace", Node.class), KeyCode.ESCAPE);
        nara.await("the child's own list is back", () -> own.equals(rows(list)));
        OnFx.awaitEquals(
                chips, () -> OnFx.all("#what-if .history-chip", Button.class).size());
    }

    private void composeLists(String look) throws Exception {
        nara.robot().interact(() -> nara.window().workspace(5));
        assertEquals(
                List.of("실행 내보내기…", "학습 곡선(CSV)…", "차트(PNG)…"),
                OnFx.get(() -> nara.find("#export-files", MenuButton.class).getItems().stream()
                        .map(MenuItem::getText)
                        .toList()),
                "report and curves of the run on screen");
        ListView<?> blocks = nara.find("#compose-blocks", ListView.class);
        nara.await("the run on screen is there to begin with", () -> blocks.getItems()
                .equals(ComposeRecipe.usual(2)));
        MenuButton add = nara.find("#compose-add", MenuButton.class);
        nara.robot().interact(() -> {
            add.getOnShowing().handle(null);
            add.getItems().get(0).fire();
        });
        assertEquals(2, rows(blocks).size());
        nameItLatest();
        typed("block-take-0", "12");
        nara.await("changed, it is counted again", ChildAndExportTest::sharesAreThere);
        typed("filter-diversity", "0.1");
        Label score = nara.find("#compose-score", Label.class);
        nara.await("the recipe is scored on validation", () -> score.getText()
                .matches(look.startsWith("-en") ? "This list scores \\.\\d{4} \\[.*] on validation" : ".*검증.*입니다"));
        nara.picture("export-scored" + look);
        press("#compose-tune");
        RailUnderTest runs = new RailUnderTest();
        press("#compose-fit");
        nara.await("the recipe's run is fitted on all rows", () -> runs.runs().stream()
                .anyMatch(r -> r.fitOf().isPresent() && r.state() == RunState.FINISHED));
        Path file = folder.resolve("submission.csv");
        Files.deleteIfExists(file);
        int before = Ledger.in(folder.resolve("workspace")).entries().size();
        press("#compose-write");
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

    /** Presses a button once what keeps it disabled has ended. */
    private void press(String button) {
        Button found = nara.find(button, Button.class);
        nara.await(button + " can be pressed", () -> !found.isDisabled());
        nara.robot().interact(found::fire);
    }

    /** As a recipe from a file may name it. */
    private void nameItLatest() throws Exception {
        @SuppressWarnings("unchecked")
        ListView<ComposeRecipe.Block> blocks = nara.find("#compose-blocks", ListView.class);
        nara.robot().interact(() -> blocks.getItems()
                .set(0, blocks.getItems().get(0).of(Map.of("latest", 1.0))));
        nara.await("its shares are there", ChildAndExportTest::sharesAreThere);
    }

    private static boolean sharesAreThere() {
        return OnFx.all(".block-share", Label.class).stream()
                .map(share -> OnFx.get(share::getText))
                .allMatch(text -> text.endsWith("%"));
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
