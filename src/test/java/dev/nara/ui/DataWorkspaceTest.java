package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.common.Theme;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

    /** The rows of the page's sentence. */
    private int rows() {
        String sentence = nara.find("#data-verdict", Label.class).getText();
        Matcher rows = Pattern.compile("([\\d,]+)행").matcher(sentence);
        return rows.find() ? Integer.parseInt(rows.group(1).replace(",", "")) : 0;
    }

    private static String split() {
        return OnFx.get(() -> OnFx.all("#train-workspace #parameter-split .text-field", TextField.class)
                .get(0)
                .getText());
    }

    private void ways(String id) {
        MenuItem item = OnFx.get(() -> nara.find("#split-kind", MenuButton.class).getItems().stream()
                .filter(way -> id.equals(way.getId()))
                .findFirst()
                .orElseThrow());
        OnFx.run(item::fire);
    }

    @Test
    void everythingReactsAtOnce() throws Exception {
        OnFx.run(() -> nara.window().localeProperty().set(Locale.KOREAN));
        nara.awaitData("sample-data");
        nara.await(
                "it is cut",
                () -> OnFx.find("#part-test .strong", Label.class).getText().equals("테스트"));
        OnFx.awaitEquals(35_115, this::rows);
        nara.picture("data-ko");
        repairs();
        conditions();
        cuts();
        sheets();
    }

    private void repairs() {
        CheckBox repeated = nara.find("#repair-repeated-rows", CheckBox.class);
        assertTrue(repeated.isSelected(), "on unless told otherwise");
        OnFx.run(repeated::fire);
        nara.await("the repeated rows are back", () -> rows() == 39_263);
        OnFx.run(() -> nara.find("#repair-repeated-rows", CheckBox.class).requestFocus());
        nara.robot().push(KeyCode.CONTROL, KeyCode.Z);
        nara.await("the switch was taken back", () -> rows() == 35_115);
    }

    private void conditions() throws Exception {
        nara.menu("data.prepare");
        TextField where = nara.find("#parameter-where .text-field", TextField.class);
        OnFx.run(() -> where.setText("watched_share>=0.5; autoplay=0"));
        nara.await("the conditions hold", () -> rows() > 0 && rows() < 35_115 / 2);
        TableView<?> steps = nara.find("#steps", TableView.class);
        OnFx.awaitEquals(2L, () -> steps.getItems().stream()
                .filter(step -> step.toString().contains("where"))
                .count());
        nara.picture("data-prepare-ko");
        OnFx.run(() -> where.setText(""));
        nara.await("all rows are back", () -> rows() == 35_115);
        OnFx.run(where::requestFocus);
        nara.robot().push(KeyCode.ESCAPE);
        Node sheet = nara.find("#data-sheet", Node.class);
        nara.await("Escape leaves the sheet", () -> !sheet.isVisible());
    }

    private void cuts() throws Exception {
        nara.await(
                "it is cut again", () -> OnFx.find("#border-test", Node.class).isVisible());
        OnFx.run(() -> nara.find("#border-test", Node.class).requestFocus());
        nara.robot().push(KeyCode.LEFT);
        nara.await("a day earlier, and the next run too", () -> split().equals("time:2022-04-14"));
        ways("split-random");
        Label leak = nara.find("#split-leak", Label.class);
        nara.await("a random split leaks", () -> leak.getStyleClass().contains("bad"));
        OnFx.awaitEquals("먼저 확인할 것이 1건 있습니다", nara.find("#data-verdict", Label.class)::getText);
        ways("split-settings");
        nara.await("it warns", () -> OnFx.all("#split-warnings .warning-text", Label.class).stream()
                .anyMatch(warning -> warning.getText().contains("무작위")));
        nara.picture("data-split-ko");
        Button remedy = nara.find("#split-warnings #remedy-split", Button.class);
        assertEquals("분할: time으로 바꾸기", OnFx.get(remedy::getText));
        OnFx.run(remedy::fire);
        nara.await("nothing leaks", () -> leak.getStyleClass().contains("good"));
        nara.await("the next run's, too", () -> split().equals("time"));
    }

    private void sheets() throws Exception {
        nara.menu("data.attributes");
        OnFx.run(() -> nara.window().themeProperty().set(Theme.DARK));
        nara.await(
                "attributes are listed",
                () -> nara.find("#attributes", TableView.class).getItems().size() > 10);
        nara.picture("data-attributes-dark");
        OnFx.run(() ->
                OnFx.all("#data-findings .hyperlink", Hyperlink.class).get(0).fire());
        TableView<?> log = nara.find("#log-rows", TableView.class);
        nara.await("the rows of an example", () -> log.getItems().size() == 2);
        nara.picture("data-rows-dark");
        OnFx.run(() -> nara.find("#data-sheet-close", Button.class).fire());
        nara.picture("data-dark");
    }

    @Test
    void anUnknownTableIsReadByItsColumns() throws Exception {
        OnFx.run(() -> nara.window().localeProperty().set(Locale.KOREAN));
        nara.awaitData("sample-data");
        nara.menu("open.file");
        nara.await("the assistant asks", () -> OnFx.present("#import-assistant"));
        nara.await("it has guessed", () -> OnFx.present("#role-4"));
        OnFx.awaitEquals(
                List.of("USER", "ITEM", "NUMBER", "TIME"), () -> Stream.of("#role-1", "#role-2", "#role-3", "#role-4")
                        .map(role -> nara.find(role, ComboBox.class).getValue().toString())
                        .toList());
        Label counts = nara.find("#import-counts", Label.class);
        Button read = nara.find("#import-read", Button.class);
        nara.await("it has read all", () -> counts.getText().contains("200행") && !read.isDisabled());
        OnFx.run(() -> {
            choose("#role-4", "TIME");
            nara.find("#import-threshold", TextField.class).setText("4");
        });
        nara.await("the threshold counts", () -> counts.getText().contains("양성 표본 80개") && !read.isDisabled());
        nara.picture("import-ko");
        OnFx.run(read::fire);
        nara.await("it is open", () -> rows() == 80);
        assertFalse(Files.exists(folder.resolve("시청.csv.recipe.json")), "nothing is written beside the data unasked");
        nara.picture("data-table-ko");
        Files.write(table, "회원;영화;평점;본때\n회원0;하늘\n".getBytes(MS949));
        OnFx.run(() -> nara.find("#data-again", Button.class).fire());
        Label sentence = nara.find("#data-verdict", Label.class);
        nara.await("it cannot be read any more", () -> sentence.getText().equals("시청.csv를 읽지 못했습니다"));
        Label detail = nara.find("#data-verdict-detail", Label.class);
        nara.await("it says where", () -> detail.getText().contains("시청.csv:2"));
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        OnFx.awaitEquals("시청.csv could not be read", sentence::getText);
        OnFx.run(() -> nara.find("#data-back", Button.class).fire());
        // What is open is still there; its split may be counted once more.
        OnFx.awaitEquals("Ready to train: 80 rows of 8 users", sentence::getText);
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
