package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.StoredTraining;
import dev.nara.analysis.ComparedRow;
import dev.nara.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
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

    private int rows(String table) {
        return OnFx.get(() -> table(table).getItems().size());
    }

    private String text(String id) {
        return OnFx.get(() -> nara.find("#" + id, Label.class).getText());
    }

    @SuppressWarnings("unchecked")
    private List<String> forest() {
        ListView<ComparedRow> forest = nara.find("#compare-forest", ListView.class);
        return OnFx.get(() -> forest.getItems().stream()
                .map(row -> row.number() + " " + row.kind() + (row.baseline() ? " baseline" : ""))
                .toList());
    }

    private void open(String link) {
        OnFx.run(() -> nara.find("#" + link, Hyperlink.class).fire());
    }

    private void back() {
        OnFx.run(() -> nara.find("#compare-back", Button.class).fire());
    }

    private List<Button> bars() {
        return List.copyOf(OnFx.all(".gain-bar", Button.class));
    }

    @Test
    void fromRunsToAChild() throws Exception {
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.ENGLISH);
            nara.window().themeProperty().set(Theme.LIGHT);
            nara.window().workspace(3);
        });
        nara.awaitData("sample-data");
        RailUnderTest runs = new RailUnderTest();
        nara.await("all runs are listed", () -> runs.size() == 10);
        nara.await("the next step is said", () -> SeenText.of(nara.stage())
                .contains("Choose two runs in the list (Ctrl+click, or Space)."));
        nara.picture("compare-empty");

        runs.choose(1L, 4L);
        nara.await("seeds are one setting", () -> forest().size() == 3);
        nothingIsComparedUnseen();
        List<String> rows = forest();
        assertTrue(rows.get(0).endsWith(" REFERENCE"), rows.toString());
        assertTrue(rows.get(2).endsWith(" baseline"), rows.toString());
        assertTrue(text("compare-verdict").matches("Run [14] .* run [14].*Score"), text("compare-verdict"));
        assertTrue(text("compare-detail").contains("3 seeds each"), text("compare-detail"));
        nara.await("it is known who gains", () -> bars().size() > 5);
        nara.picture("compare");
        nara.robot().interact(nara.find("#compare-copy", Button.class)::fire);
        OnFx.run(() -> assertTrue(
                Clipboard.getSystemClipboard().getString().startsWith("Run "),
                Clipboard.getSystemClipboard().getString()));

        Button bar = OnFx.get(() -> bars().stream()
                .filter(one -> one.getAccessibleText().contains(" gained"))
                .findFirst()
                .orElseThrow());
        OnFx.run(bar::fire);
        nara.await("the children of a bar are listed", () -> rows("compare-children") > 0);
        nara.await("they are those of the bar", () -> bar.getAccessibleText()
                .contains(": " + rows("compare-children") + " children"));
        nara.picture("compare-children");
        back();
        open("compare-all-groups");
        nara.await("there are groups", () -> rows("compare-user-groups") > 5);
        int ofUsers = rows("compare-user-groups");
        nara.robot().interact(nara.find("#compare-item-groups", Button.class)::fire);
        nara.await("groups of albums are there", () -> rows("compare-user-groups") > ofUsers + 5);
        nara.picture("compare-groups");
        back();
        bySetting();
        rulesUnderProtocols(runs);
        inDarkKorean();
    }

    /** What is changed while nobody looks is computed once somebody does. */
    private void nothingIsComparedUnseen() {
        String sentence = text("compare-verdict");
        CheckBox all = nara.find("#compare-baselines", CheckBox.class);
        OnFx.run(() -> {
            nara.window().workspace(1);
            all.setSelected(true);
        });
        assertEquals(3, forest().size());
        assertEquals(sentence, text("compare-verdict"));
        OnFx.run(() -> nara.window().workspace(3));
        nara.await("every known baseline is there", () -> forest().size() > 3);
        OnFx.run(() -> all.setSelected(false));
        nara.await("the best one alone", () -> forest().size() == 3);
    }

    @SuppressWarnings("unchecked")
    private void bySetting() throws Exception {
        open("compare-by-setting");
        TextField search = nara.find("#compare-search", TextField.class);
        OnFx.run(() -> search.setText("factors>=32 score>0.1"));
        // They are found by their settings and figures.
        OnFx.awaitEquals(3, () -> rows("compare-runs"));
        OnFx.run(() -> search.setText(""));
        ComboBox<String> grouping = nara.find("#compare-grouping", ComboBox.class);
        OnFx.run(() -> grouping.setValue("factors"));
        TableView<?> groups = table("compare-groups");
        nara.await(
                "the best of each value are judged",
                () -> groups.getItems().size() == 2
                        && !String.valueOf(groups.getColumns().get(4).getCellData(1))
                                .isEmpty());
        nara.picture("compare-by-setting");
        OnFx.run(nara.find("#compare-export", Button.class)::fire);
        Path file = folder.resolve("runs.csv");
        nara.await("the table is written", () -> Files.exists(file));
        assertEquals(11, Files.readAllLines(file).size());
        assertTrue(Files.readAllLines(file).get(0).startsWith("run,name,state,best_epoch,figures,"));
        back();
    }

    /** A rule has no seeds to wait for. */
    private void rulesUnderProtocols(RailUnderTest runs) throws Exception {
        runs.choose(7L, 10L);
        nara.await("two rules are compared", () -> text("compare-verdict")
                .startsWith("Run 10 is really better than run 7: +."));
        nara.await("the lens waits to be asked", () -> OnFx.present("#compare-lens .button"));
        OnFx.run(nara.find("#compare-lens .button", Button.class)::fire);
        nara.await("protocols are evaluated", () -> OnFx.present("#compare-lens .lens-head"));
        nara.picture("compare-lens");
        open("compare-all-protocols");
        nara.await("every protocol has a row", () -> rows("compare-protocols") >= 6);
        nara.picture("compare-protocols");
        back();
    }

    private void inDarkKorean() throws Exception {
        nara.robot().interact(() -> nara.window().themeProperty().set(Theme.DARK));
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.KOREAN));
        nara.await("it is in Korean", () -> text("compare-verdict").startsWith("실행 10이 실행 7보다 확실히 낫습니다: Score +."));
        nara.picture("compare-dark");
        nara.robot().interact(nara.find("#compare-report", Button.class)::fire);
        Path page = folder.resolve("comparison.html");
        nara.await("the page is written", () -> Files.exists(page));
        assertTrue(Files.readString(page).contains("실행 10이 실행 7보다 확실히 낫습니다"));
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.ENGLISH));
    }
}
