package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.common.Theme;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The Data workspace: repairs, conditions and splits react at once, and an unknown table is read by its columns. */
@Tag("window")
class DataWorkspaceTest extends WindowTest {
    private static final Charset MS949 = Charset.forName("MS949");

    private Path table;

    @Start
    void open(Stage stage) throws Exception {
        table = folder.resolve("시청.csv");
        StringBuilder text = new StringBuilder("회원;영화;평점;본때\n");
        for (int r = 0; r < 200; r++) {
            text.append("회원")
                    .append(r % 20)
                    .append(";\"하늘; 땅 ")
                    .append(r % 7)
                    .append("\";")
                    .append(r % 5 + 1);
            text.append(";2022-03-")
                    .append(String.format(Locale.ROOT, "%02d", r % 30 + 1))
                    .append('\n');
        }
        Files.write(table, text.toString().getBytes(MS949));
        nara = WindowUnderTest.open(stage, Files.createTempDirectory(folder, "window"), table);
    }

    /** All rows of the log: the greatest number where it says which are on screen. */
    private int rows() {
        String place = nara.find("#rows-place", Label.class).getText();
        return Arrays.stream(place.replace(",", "").split("\\D+"))
                .filter(n -> !n.isEmpty())
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    @Test
    void everythingReactsAtOnce() throws Exception {
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.KOREAN));
        nara.awaitData("sample-data");
        int once = rows();
        nara.picture("data-profile-ko");

        nara.menu("data.quality");
        CheckBox repeated = nara.find("#repair-repeated-rows", CheckBox.class);
        assertTrue(repeated.isSelected(), "on unless told otherwise");
        nara.picture("data-quality-ko");
        nara.robot().interact(repeated::fire);
        nara.await("the repeated rows are back", () -> rows() > once);
        nara.robot().interact(() -> nara.find("#repair-repeated-rows", CheckBox.class)
                .fire());
        nara.await("they are gone again", () -> rows() == once);

        nara.menu("data.prepare");
        TextField where = nara.find("#parameter-where .text-field", TextField.class);
        nara.robot().interact(() -> where.setText("watched_share>=0.5; autoplay=0"));
        nara.await("the conditions hold", () -> rows() < once / 2);
        TableView<?> steps = nara.find("#steps", TableView.class);
        assertEquals(
                2,
                steps.getItems().stream()
                        .filter(s -> s.toString().contains("where"))
                        .count());
        nara.picture("data-prepare-ko");

        nara.menu("data.split");
        TextField split = nara.find("#parameter-split .text-field", TextField.class);
        nara.robot().interact(() -> split.setText("random:0.8"));
        nara.await("the random split warns", () -> OnFx.all("#split-warnings .warning-text", Label.class).stream()
                .anyMatch(warning -> warning.getText().contains("무작위")));
        GridPane facts = nara.find("#data-tabs .tab-content-area:visible .facts", GridPane.class);
        assertFalse(facts.getChildren().isEmpty());
        nara.picture("data-split-ko");
        Button remedy = nara.find("#split-warnings #remedy-split", Button.class);
        assertEquals("--split time 사용", remedy.getText());
        nara.robot().interact(remedy::fire);
        nara.await("the split is by time", () -> split.getText().equals("time"));
        nara.await(
                "the form of the next run, too",
                () -> OnFx.all("#parameter-split .text-field", TextField.class).stream()
                        .allMatch(field -> field.getText().equals("time")));

        nara.menu("data.attributes");
        nara.robot().interact(() -> nara.window().themeProperty().set(Theme.DARK));
        nara.await(
                "attributes are listed",
                () -> nara.find("#attributes", TableView.class).getItems().size() > 10);
        nara.picture("data-attributes-dark");
        nara.menu("data.rows");
        nara.picture("before-rows");
        lookAtRows();
    }

    private void lookAtRows() throws Exception {
        TableView<?> log = nara.find("#log-rows", TableView.class);
        Label none = nara.find("#rows-none", Label.class);
        TextField user = nara.find("#rows-user", TextField.class);
        String last =
                log.getColumns().get(0).getCellData(log.getItems().size() - 1).toString();
        nara.robot().interact(() -> {
            user.setText("nobody");
            user.fireEvent(new ActionEvent());
        });
        assertTrue(none.isVisible(), "an unknown child is said");
        nara.robot().interact(() -> {
            user.setText(last);
            user.fireEvent(new ActionEvent());
        });
        assertFalse(none.isVisible());
        assertEquals(
                last,
                log.getColumns().get(0).getCellData(log.getSelectionModel().getSelectedIndex()));
        nara.picture("data-rows-dark");
    }

    @Test
    void anUnknownTableIsReadByItsColumns() throws Exception {
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.KOREAN));
        nara.awaitData("sample-data");
        nara.menu("open.file");
        nara.await("the assistant asks", () -> OnFx.present("#import-assistant"));
        Node assistant = nara.find("#import-assistant", Node.class);
        nara.await("it has guessed", () -> OnFx.present("#role-4"));
        assertEquals("USER", nara.find("#role-1", ComboBox.class).getValue().toString());
        assertEquals("ITEM", nara.find("#role-2", ComboBox.class).getValue().toString());
        assertEquals("NUMBER", nara.find("#role-3", ComboBox.class).getValue().toString());
        assertEquals("IGNORE", nara.find("#role-4", ComboBox.class).getValue().toString());
        Label counts = nara.find("#import-counts", Label.class);
        nara.await("it has read all", () -> counts.getText().contains("200행"));
        nara.robot().interact(() -> {
            choose("#role-4", "TIME");
            nara.find("#import-threshold", TextField.class).setText("4");
        });
        nara.await("the threshold counts", () -> counts.getText().contains("양성 표본 80개"));
        nara.picture("import-ko", assistant.getScene());
        nara.robot().interact(() -> nara.find("#import-read", Button.class).fire());
        nara.await("it is open", () -> rows() == 80);
        Path recipe = folder.resolve("시청.csv.recipe.json");
        nara.await("its recipe is kept", () -> Files.exists(recipe));
    }

    @SuppressWarnings("unchecked")
    private void choose(String query, String role) {
        ComboBox<Object> box = nara.find(query, ComboBox.class);
        box.setValue(box.getItems().stream()
                .filter(r -> r.toString().equals(role))
                .findFirst()
                .orElseThrow());
    }
}
