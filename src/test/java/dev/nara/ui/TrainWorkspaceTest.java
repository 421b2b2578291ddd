package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.RunPicture;
import dev.nara.chart.RunScene;
import dev.nara.run.RunState;
import dev.nara.ui.common.Theme;
import dev.nara.ui.train.MetricSwitch;
import dev.nara.ui.train.chart.CurvesView;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Runs are queued, put into another order, paused, resumed, stopped, compared, named, thrown away and taken back. */
@Tag("window")
class TrainWorkspaceTest extends WindowTest {
    private final RailUnderTest runs = new RailUnderTest();

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    private ListView<?> list() {
        return nara.find("#runs", ListView.class);
    }

    private RunState state(long run) {
        return runs.run(run).state();
    }

    private void awaitState(long run, RunState wanted) {
        nara.await("run " + run + " is " + wanted, () -> runs.is(run, wanted));
    }

    private void set(String field, String value) {
        TextField text = nara.find("#train-workspace #parameter-" + field, TextField.class);
        nara.robot().interact(() -> text.setText(value));
    }

    private void choose(int... places) {
        runs.choose(IntStream.of(places).mapToObj(runs.ids()::get).toArray(Long[]::new));
    }

    @Test
    void aDayAtTheRuns() throws Exception {
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.ENGLISH);
            nara.window().themeProperty().set(Theme.LIGHT);
        });
        nara.awaitData("sample-data");
        nara.robot().interact(() -> nara.window().workspace(1));
        Button start = nara.find("#start", Button.class);
        nara.await("a run can start", () -> !start.isDisabled());
        Button pause = nara.find("#pause", Button.class);
        nara.smallModel();
        set("epochs", "100000");
        nara.robot().interact(start::fire);
        awaitState(1, RunState.RUNNING);
        TableView<?> epochs = nara.find("#epochs", TableView.class);
        nara.await("an epoch is done", () -> epochs.getItems().size() > 1);

        nara.robot().interact(pause::fire);
        awaitState(1, RunState.PAUSED);
        OnFx.awaitEquals("Resume", pause::getText);
        int atPause = OnFx.get(() -> epochs.getItems().size());
        nara.picture("runs-paused");
        nara.robot().interact(pause::fire);
        awaitState(1, RunState.RUNNING);
        nara.await("the run goes on", () -> epochs.getItems().size() > atPause);

        set("epochs", "4");
        for (int seed = 2; seed <= 4; seed++) {
            set("seed", Integer.toString(seed));
            OnFx.awaitEquals("Start 1 run", start::getText);
            nara.await("the next can start", () -> !start.isDisabled());
            nara.robot().interact(start::fire);
            awaitState(seed, RunState.QUEUED);
        }
        choose(2);
        nara.menu("run.up");
        nara.await("the queue is seen in its order, the fourth before the third", () -> runs.ids()
                .equals(List.of(2L, 4L, 3L, 1L)));
        nara.await("a run that is queued is described by its own settings", () -> OnFx.present("NeuMF, seed 4"));
        nara.picture("runs-queue");
        Button stop = nara.find("#stop", Button.class);
        choose(1);
        nara.await("nobody stops a run that is not on screen", () -> stop.isDisabled() && pause.isDisabled());
        OnFx.awaitEquals("Run 1, not on screen", nara.find("#now", Label.class)::getText);
        followTwo();
        nara.await("one trains while several are compared", () -> !stop.isDisabled());
        nara.robot().interact(stop::fire);
        awaitState(1, RunState.CANCELLED);
        awaitState(4, RunState.FINISHED);
        awaitState(2, RunState.FINISHED);
        awaitState(3, RunState.FINISHED);

        seeWhatIsStrong();
        lookAtTheRunsThemselves();
        compareNameAndDelete();
    }

    /** Rules that are better than four epochs are lines on its curves, and it is told so. */
    private void seeWhatIsStrong() throws Exception {
        choose(0);
        nara.await("one run is on screen", () -> nara.titled("Run 4"));
        CurvesView curves = curves();
        Label standing = nara.find("#run-standing", Label.class);
        nara.await(
                "the run is told what is above it", () -> standing.getText().matches("▼ .* on test: below .*EASE.*"));
        nara.await("lines say where these are on the validation part", () -> curves.picture().levels().stream()
                .map(RunPicture.Level::name)
                .toList()
                .containsAll(List.of("own most-watched", "item kNN", "EASE", "popularity")));
        assertEquals(4, OnFx.get(() -> curves.picture().planned()), "the frame is that of the run");
        assertEquals("4", OnFx.get(() -> curves.picture().runs().get(0).name()));
        nara.picture("train-references");
    }

    /** Of two runs held against each other one trains; its curve grows, and what was zoomed in on stays so. */
    private void followTwo() {
        choose(2, 3);
        nara.await("two runs are compared", () -> nara.titled("2 runs compared"));
        CurvesView curves = curves();
        nara.await("both are drawn", () -> curves.picture().runs().size() == 2);
        int before = epochs(curves);
        nara.await("the curve of the one grows", () -> epochs(curves) > before + 1);
        MetricSwitch metric = nara.find("#curve-metric", MetricSwitch.class);
        ToggleButton other = (ToggleButton) metric.getChildren().get(1);
        nara.robot().interact(other::fire);
        nara.await("another metric is drawn", () -> curves.picture().metric().equals(other.getText()));
        nara.robot().interact(((ToggleButton) metric.getChildren().get(0))::fire);
    }

    private static int epochs(CurvesView curves) {
        return OnFx.get(() -> curves.picture().runs().stream()
                .mapToInt(run -> run.seeds().get(0).size())
                .max()
                .orElse(0));
    }

    /** The plots on screen. */
    private CurvesView curves() {
        return nara.find("#train-chart", CurvesView.class);
    }

    private void lookAtTheRunsThemselves() throws Exception {
        choose(1);
        nara.menu("run.star");
        nara.await("a run has a star", () -> runs.runs().get(1).label().star());
        choose(0);
        TabPane pages = nara.find("#train-pages", TabPane.class);
        nara.robot().interact(() -> pages.getSelectionModel().select(1));
        nara.picture("train-health");
        nara.robot().interact(() -> pages.getSelectionModel().select(3));
        TableView<?> settings = nara.find("#run-settings", TableView.class);
        nara.await(
                "its settings are there",
                () -> settings.getItems().size() > 10
                        && settings.getColumns().get(2).isVisible());
        TextArea notes = nara.find("#run-notes", TextArea.class);
        nara.robot().interact(() -> {
            notes.requestFocus();
            notes.setText("with the old rate");
            list().requestFocus();
        });
        nara.await(
                "the notes are kept", () -> runs.runs().get(0).label().notes().equals("with the old rate"));
        nara.picture("train-details");
        nara.robot().interact(() -> pages.getSelectionModel().select(2));
        ListView<?> log = nara.find("#run-log", ListView.class);
        nara.await("its log is there", () -> log.getItems().size() > 4);
        nara.picture("train-log");
        nara.robot().interact(() -> pages.getSelectionModel().select(0));
        choose(1);
        nara.menu("run.star");
        nara.await("none has a star", () -> !runs.runs().get(1).label().star());
    }

    private void compareNameAndDelete() throws Exception {
        choose(0, 1, 2);
        Label headline = nara.find(".workspace-title", Label.class);
        nara.await("three runs are compared", () -> nara.titled("3 runs compared"));
        CurvesView chart = curves();
        nara.await("all are drawn", () -> chart.picture().runs().size() == 3);
        OnFx.run(() -> chart.read(2.2));
        assertEquals(2, OnFx.get(() -> chart.placeProperty().get()));
        List<RunScene.Reading> read = OnFx.get(() -> chart.scene().read(2.2).runs());
        assertEquals(3, read.size(), headline.getText());
        for (RunScene.Reading reading : read) {
            assertTrue(reading.figure() > 0 && reading.loss() > 0, reading.run().name());
        }
        moveByKeys(chart);
        nara.picture("runs-compared");
        choose(0);
        nara.menu("copy.command");
        nara.await("the command is copied", () -> {
            String copied = Clipboard.getSystemClipboard().getString();
            return copied != null && copied.startsWith("nara train --data") && copied.contains("--seed 4");
        });
        nara.menu("run.notebook");
        nara.await("the notebook is written", () -> Files.exists(folder.resolve("run-4.ipynb")));
        nara.robot().interact(() -> list().fireEvent(key(KeyCode.DELETE)));
        nara.await("the run is gone", () -> runs.size() == 3);
        nara.menu("undo");
        nara.await("it is back", () -> runs.size() == 4);
        assertEquals(RunState.FINISHED, state(4));
        changeTheFormAndBack();
    }

    /** From epoch to epoch, and to both ends. */
    private void moveByKeys(CurvesView chart) {
        nara.robot().interact(chart::requestFocus);
        press(chart, KeyCode.RIGHT, 3);
        press(chart, KeyCode.END, 4);
        press(chart, KeyCode.LEFT, 3);
        press(chart, KeyCode.HOME, 1);
    }

    private void press(CurvesView chart, KeyCode code, double place) {
        OnFx.run(() -> chart.fireEvent(key(code)));
        assertEquals(place, OnFx.get(() -> chart.placeProperty().get()));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private void changeTheFormAndBack() {
        TextField epochs = nara.find("#train-workspace #parameter-epochs", TextField.class);
        set("epochs", "7");
        nara.menu("undo");
        assertEquals("4", epochs.getText());
        nara.menu("redo");
        assertEquals("7", epochs.getText());
        nara.robot().interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("nara train --data elsewhere --algorithm gmf --set gmf_dimension=12 --epochs 3 --seed 9");
            Clipboard.getSystemClipboard().setContent(content);
        });
        nara.menu("paste.settings");
        assertEquals("3", epochs.getText());
        assertEquals(
                "12",
                nara.find("#train-workspace #parameter-gmf_dimension", TextField.class)
                        .getText());
        nara.menu("undo");
        assertEquals("7", epochs.getText());
    }
}
