package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.Crosshair;
import dev.nara.chart.ReferenceTicks;
import dev.nara.run.RunState;
import dev.nara.spec.Part;
import dev.nara.ui.common.CrosshairChart;
import dev.nara.ui.common.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

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
        Button pause = nara.find("#pause", Button.class);
        nara.smallModel();
        set("epochs", "100000");
        nara.robot().interact(start::fire);
        awaitState(1, RunState.RUNNING);
        TableView<?> epochs = nara.find("#epochs", TableView.class);
        nara.await("an epoch is done", () -> epochs.getItems().size() > 1);

        nara.robot().interact(pause::fire);
        awaitState(1, RunState.PAUSED);
        int atPause = epochs.getItems().size();
        assertEquals("Resume", pause.getText());
        nara.picture("runs-paused");
        nara.robot().interact(pause::fire);
        awaitState(1, RunState.RUNNING);
        nara.await("the run goes on", () -> epochs.getItems().size() > atPause);

        set("epochs", "4");
        for (int seed = 2; seed <= 4; seed++) {
            set("seed", Integer.toString(seed));
            assertEquals("Add to queue", start.getText());
            nara.robot().interact(start::fire);
            awaitState(seed, RunState.QUEUED);
        }
        choose(2);
        nara.menu("run.up");
        nara.await("the queue is seen in its order, the fourth before the third", () -> runs.ids()
                .equals(List.of(2L, 4L, 3L, 1L)));
        nara.picture("runs-queue");
        Button stop = nara.find("#stop", Button.class);
        choose(1);
        nara.await("nobody stops a run that is not on screen", () -> stop.isDisabled() && pause.isDisabled());
        followTwo();
        assertFalse(stop.isDisabled(), "one trains while several are compared");
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
        Label standing = nara.find("#run-standing", Label.class);
        nara.await(
                "the run is told what is above it", () -> standing.getText().matches("▼ .* on test: below .*EASE.*"));
        nara.await("lines say where these are on the validation part", () -> labels().containsAll(
                        List.of("Most watched by the user", "Item kNN", "EASE")));
        nara.picture("train-references");
    }

    /** What lines across the metrics are named after, without figures. */
    private List<String> labels() {
        return ReferenceTicks.of(figures(curves())).stream()
                .map(Tick::getText)
                .map(label -> label.replaceAll(" [0-9.]+$", ""))
                .toList();
    }

    /** Of two runs held against each other one trains; its curve grows, and what was zoomed in on stays so. */
    private void followTwo() {
        choose(2, 3);
        nara.await("two runs are compared", () -> nara.titled("2 runs compared"));
        nara.await("both are drawn", () -> figures(curves()).getDataset(0).getSeriesCount() == 2);
        CombinedDomainXYPlot plot = curves();
        XYPlot figures = figures(plot);
        int before = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> figures.getDataset(0).getItemCount(1));
        nara.robot().interact(() -> plot.getDomainAxis().setRange(1, 2));
        nara.await("the curve of the one grows", () -> figures.getDataset(0).getItemCount(1) > before + 1);
        assertEquals(2, plot.getDomainAxis().getUpperBound());
        ComboBox<?> metric = nara.find("#curve-metric", ComboBox.class);
        nara.robot().interact(() -> metric.getSelectionModel().select(1));
        nara.await("another metric is drawn", () -> OnFx.all("#train-chart", CrosshairChart.class).stream()
                .anyMatch(shown -> ((CombinedDomainXYPlot)
                                ((ChartViewer) shown.getChildren().get(0))
                                        .getChart()
                                        .getPlot())
                        .getSubplots()
                        .get(1)
                        .getRangeAxis()
                        .getLabel()
                        .equals(Part.VALIDATION
                                .of(String.valueOf(metric.getValue()))
                                .in(nara.window().localeProperty().get()))));
        nara.robot().interact(() -> metric.getSelectionModel().select(0));
    }

    /** The plots on screen. */
    private CombinedDomainXYPlot curves() {
        ChartViewer viewer = (ChartViewer)
                nara.find("#train-chart", CrosshairChart.class).getChildren().get(0);
        return (CombinedDomainXYPlot) viewer.getChart().getPlot();
    }

    private static XYPlot figures(CombinedDomainXYPlot plot) {
        return plot.getSubplots().get(1);
    }

    private void lookAtTheRunsThemselves() throws Exception {
        choose(1);
        nara.menu("run.star");
        nara.await("a run has a star", () -> runs.runs().get(1).label().star());
        choose(0);
        TabPane pages = nara.find("#train-pages", TabPane.class);
        nara.robot().interact(() -> pages.getSelectionModel().select(1));
        nara.picture("train-health");
        nara.robot().interact(() -> pages.getSelectionModel().select(0));
        nara.menu("details");
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
        TabPane known = nara.find("#details-pages", TabPane.class);
        nara.robot().interact(() -> known.getSelectionModel().select(1));
        assertTrue(nara.find("#run-log", ListView.class).getItems().size() > 4);
        nara.picture("train-log");
        nara.robot().interact(() -> known.getSelectionModel().select(0));
        nara.menu("details");
        choose(1);
        nara.menu("run.star");
        nara.await("none has a star", () -> !runs.runs().get(1).label().star());
    }

    private void fitsAgain(ChartViewer viewer) {
        CombinedDomainXYPlot plot = (CombinedDomainXYPlot) viewer.getChart().getPlot();
        List<?> parts = plot.getSubplots();
        nara.robot().interact(() -> {
            plot.getDomainAxis().setRange(1, 2);
            parts.forEach(part -> ((XYPlot) part).getRangeAxis().setRange(0.1, 0.2));
            viewer.getContextMenu().getItems().get(0).fire();
        });
        assertTrue(plot.getDomainAxis().isAutoRange());
        parts.forEach(part -> assertTrue(((XYPlot) part).getRangeAxis().isAutoRange()));
    }

    private void compareNameAndDelete() throws Exception {
        choose(0, 1, 2);
        Label headline = nara.find(".workspace-title", Label.class);
        nara.await("three runs are compared", () -> nara.titled("3 runs compared"));
        CrosshairChart chart = nara.find("#train-chart", CrosshairChart.class);
        nara.robot().interact(() -> chart.show(2.2));
        List<?> values = nara.find("#curve-values", TableView.class).getItems();
        assertEquals(3, values.size(), headline.getText());
        for (Object row : values) {
            assertEquals(2, ((Crosshair.Row) row).values().size(), "loss and a metric of " + row);
        }
        fitsAgain((ChartViewer) chart.getChildren().get(0));
        nara.picture("runs-compared");
        choose(0);
        nara.menu("copy.command");
        nara.await("the command is copied", () -> {
            String copied = Clipboard.getSystemClipboard().getString();
            return copied != null && copied.startsWith("nara train --data") && copied.contains("--seed 4");
        });
        nara.robot().interact(() -> list().fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false)));
        nara.await("the run is gone", () -> runs.size() == 3);
        nara.menu("undo");
        nara.await("it is back", () -> runs.size() == 4);
        assertEquals(RunState.FINISHED, state(4));
        changeTheFormAndBack();
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
