package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.competition.SubmissionCheck;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.run.RunEvent;
import dev.nara.ui.common.Theme;
import dev.nara.ui.train.chart.CurvesView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** The main job in the window: the sample is opened, a model trained, a child looked at, a submission written. */
@Tag("window")
class MainJobTest extends WindowTest {
    /** More make a prettier picture. */
    private static final int EPOCHS = Integer.getInteger("nara.epochs", 2);

    private static final boolean SMALL = EPOCHS < 10;

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, Files.createTempDirectory(folder, "window"), folder);
    }

    @ParameterizedTest
    @CsvSource({"ko, LIGHT, 실행 1개 시작", "en, DARK, Start 1 run"})
    void fromTheSampleToASubmission(String language, Theme theme, String start) throws Exception {
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.forLanguageTag(language));
            nara.window().themeProperty().set(theme);
        });
        String look = "-" + language + "-" + theme.name().toLowerCase(Locale.ROOT);
        seeTheData(look);
        train(language, start, look);
        lookAtAChild(look);
        writeASubmission();
    }

    private void seeTheData(String look) throws Exception {
        nara.awaitData("sample-data");
        nara.picture("data" + look);
    }

    private void train(String language, String start, String look) throws Exception {
        nara.robot().interact(() -> nara.window().workspace(1));
        Button button = nara.find("#start", Button.class);
        assertEquals(start, button.getText());
        TextField epochs = nara.find("#parameter-epochs", TextField.class);
        nara.robot().interact(() -> epochs.setText("many"));
        assertTrue(button.isDisabled(), "a wrong field blocks the start");
        nara.robot().interact(() -> epochs.setText(Integer.toString(EPOCHS)));
        if (SMALL) {
            nara.smallModel();
        }
        nara.await("a run can start", () -> !button.isDisabled());
        if (language.equals("ko")) {
            measure();
        }
        nara.robot().interact(button::fire);
        TableView<?> table = nara.find("#epochs", TableView.class);
        Label said = nara.find("#run-status", Label.class);
        String finished = language.equals("ko") ? "완료" : "finished";
        nara.await(
                "the run ends",
                // Its epochs, and what it is told by on the test part.
                () -> table.getItems().size() == EPOCHS + 1 && said.getText().contains(finished));
        CurvesView curves = nara.find("#train-chart", CurvesView.class);
        OnFx.awaitEquals(
                EPOCHS, () -> curves.picture().runs().get(0).seeds().get(0).size());
        List<RunEvent.EpochDone> done =
                OnFx.get(() -> curves.picture().runs().get(0).seeds().get(0));
        assertTrue(done.get(EPOCHS - 1).loss() < done.get(0).loss(), "the loss falls");
        assertTrue(
                done.stream().allMatch(e -> Objects.requireNonNull(e.metrics().get("Score")) > 0));
        nara.picture("train" + look);
    }

    /** In one language only: every engine needs a moment to warm up. */
    private void measure() throws Exception {
        Button measure = nara.find("#measure", Button.class);
        Label speeds = nara.find("#speeds", Label.class);
        assertTrue(measure.isDisabled(), "no engine is known before one can be chosen");
        ToggleButton fold = nara.find("#advanced", ToggleButton.class);
        nara.robot().interact(() -> fold.setSelected(true));
        nara.await("the engines are known", () -> !measure.isDisabled());
        assertTrue(
                OnFx.get(() -> {
                    measure.fire();
                    return measure.isDisabled();
                }),
                "it is measured once at a time");
        nara.await("the engines are measured", () -> !measure.isDisabled());
        String said = OnFx.get(speeds::getText);
        assertTrue(said.contains("벡터 커널: 초당 예"), said);
    }

    private void lookAtAChild(String look) throws Exception {
        nara.robot().interact(() -> nara.window().workspace(4));
        ListView<?> children = nara.find("#children", ListView.class);
        TableView<?> list = nara.find("#recommendations", TableView.class);
        nara.await(
                "somebody's list is there",
                () -> children.getItems().size() > 100 && list.getItems().size() == 25);
        int all = children.getItems().size();
        TextField search = nara.find("#child-search", TextField.class);
        nara.robot().interact(() -> search.setText("F 5"));
        assertTrue(children.getItems().size() > 0 && children.getItems().size() < all, "the search narrows the list");
        nara.robot().interact(() -> children.getSelectionModel().select(1));
        Label found = nara.find("#child-found", Label.class);
        Label summary = nara.find("#child-summary", Label.class);
        nara.await(
                "the child's list and history are there",
                () -> list.getItems().size() == 25
                        && !found.getText().isEmpty()
                        && summary.getText().matches(".*\\d.*"));
        nara.await("an album is explained", () -> OnFx.present("#why-sentence"));
        nara.picture("child" + look);
    }

    private void writeASubmission() throws Exception {
        Path file = folder.resolve("submission.csv");
        Files.deleteIfExists(file);
        nara.submitWithoutFit();
        Labeled status = nara.find(".status-bar .label", Labeled.class);
        nara.await("the submission is written", () -> Files.exists(file));
        nara.await("a note says so", () -> OnFx.present(".toast.good"));
        nara.menu("find.action");
        nara.robot().write("run", 0);
        nara.await("the run is found", () -> OnFx.present("#palette-count") && OnFx.present(".palette-row"));
        nara.picture("palette");
        nara.robot().push(KeyCode.ESCAPE);
        assertFalse(OnFx.present("#palette"));
        assertFalse(status.getText().isEmpty());
        Dataset sample =
                TestServices.on(folder).datasets().read(TestServices.on(folder).sample(), Recipe.USUAL, Progress.NONE);
        assertEquals(List.of(), SubmissionCheck.of(sample).check(file).problems());
    }
}
