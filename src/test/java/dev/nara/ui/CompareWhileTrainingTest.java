package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.GroupsOfTaste;
import dev.nara.SteppedTraining;
import dev.nara.TestServices;
import dev.nara.run.RunState;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A run that still trains is held against one that has ended; what Compare says of both is true while it trains and after. */
@Tag("window")
class CompareWhileTrainingTest extends WindowTest {
    private static final String SETTINGS = "nara train --data x --algorithm mf --seed ";

    private static final int MEAN = 3;
    private static final int P = 7;
    private static final int VERDICT = 11;

    private static Path data;

    private final Semaphore goOn = new Semaphore(0);

    @BeforeAll
    static void write() throws Exception {
        data = GroupsOfTaste.write(folder.resolve("taste/u.data"));
    }

    @Start
    void open(Stage stage) throws Exception {
        Services services = SteppedTraining.in(TestServices.on(folder), "mf", this::step);
        nara = WindowUnderTest.open(stage, services, folder, data, Executors.newCachedThreadPool());
    }

    /** The longer run waits for the test at the end of its first and its second epoch. */
    private double step(long seed, int epoch, double loss) {
        if (seed == 2 && epoch <= 2) {
            goOn.acquireUninterruptibly();
        }
        return loss;
    }

    private final RailUnderTest rail = new RailUnderTest();

    private void awaitState(long run, RunState wanted) {
        nara.await("run " + run + " is " + wanted, () -> rail.is(run, wanted));
    }

    /** Fills the form and presses the key that starts a run. */
    private void start(int seed, int epochs) {
        nara.paste(SETTINGS + seed + " --epochs " + epochs);
        nara.robot().push(KeyCode.F5);
    }

    /** Clicks a run in the list while the control key is down. */
    private void addToChosen(long run) {
        Point2D at = OnFx.get(() -> {
            Bounds cell = OnFx.all(".runs-number", Label.class).stream()
                    .filter(number -> number.getText().equals(Long.toString(run)))
                    .map(number -> number.localToScreen(number.getBoundsInLocal()))
                    .findFirst()
                    .orElseThrow();
            return new Point2D(cell.getCenterX(), cell.getCenterY());
        });
        nara.robot().press(KeyCode.CONTROL).clickOn(at).release(KeyCode.CONTROL);
    }

    /** Some columns of a row of the verdicts, by their place. */
    private List<String> cells(int row, int... columns) {
        TableView<?> table = nara.find("#standings", TableView.class);
        return OnFx.get(() -> IntStream.of(columns)
                .mapToObj(c -> String.valueOf(table.getColumns().get(c).getCellData(row)))
                .toList());
    }

    private int rows() {
        return nara.find("#standings", TableView.class).getItems().size();
    }

    private String heading() {
        return nara.find("#compare-heading", Label.class).getText();
    }

    /** What stands above the curves. */
    private String aboveCurves() {
        page(1);
        nara.await("the curves are drawn", () -> OnFx.present("#curve-verdicts"));
        String words = OnFx.get(() -> nara.find("#curve-verdicts", Label.class).getText());
        page(0);
        return words;
    }

    private void page(int place) {
        OnFx.run(() ->
                nara.find("#compare-pages", TabPane.class).getSelectionModel().select(place));
    }

    /** All words of Compare, its curves, and Train; sorted, for a table may keep its rows in any order of nodes. */
    private List<String> seen() {
        List<String> words = new ArrayList<>(SeenText.of(nara.stage()));
        page(1);
        words.addAll(SeenText.of(nara.stage()));
        page(0);
        OnFx.run(() -> nara.window().workspace(1));
        words.addAll(SeenText.of(nara.stage()));
        OnFx.run(() -> nara.window().workspace(3));
        Collections.sort(words);
        return words;
    }

    /** Some of it takes a moment. */
    private void assertSeen(List<String> expected) {
        List<String> now = seen();
        for (int look = 0; look < 50 && !now.equals(expected); look++) {
            now = seen();
        }
        assertEquals(String.join("\n", expected), String.join("\n", now));
    }

    @Test
    void theWinnerIsTheRunThatEndedHigher() throws Exception {
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.awaitData("sample-data");
        nara.menu("open.file");
        nara.awaitData("taste");
        start(1, 1);
        awaitState(1, RunState.FINISHED);
        start(2, 20);
        nara.await("the second is on screen", () -> nara.titled("Run 2"));
        addToChosen(1);
        OnFx.run(() -> nara.window().workspace(3));
        goOn.release();
        nara.await("it is compared as soon as it has a figure", () -> rows() == 2);
        noneWinsYet();
        goOn.release();
        awaitState(2, RunState.FINISHED);
        nara.await("there is a verdict", () -> heading().endsWith("test"));
        theSecondWins();
        inAnotherLanguage();
    }

    private void noneWinsYet() {
        assertEquals("HR@10 on u.data · leave-one-out, all:masked · validation", heading());
        assertEquals(List.of("1", "NaN", "epoch 1"), cells(0, 0, P, VERDICT));
        assertEquals(List.of("2", "NaN", "same epoch, 1: 0.0000"), cells(1, 0, P, VERDICT));
        assertEquals("1 epoch 1  ·  2 same epoch, 1: 0.0000", aboveCurves());
        assertTrue(SeenText.of(nara.stage())
                .contains("Run 2 is running. The verdict follows when all selected runs have ended."));
    }

    private void theSecondWins() {
        assertEquals("HR@10 on u.data · leave-one-out, all:masked · test", heading());
        assertEquals(List.of("2", "0.2833333333333333", "★ highest"), cells(0, 0, MEAN, VERDICT));
        assertEquals(List.of("1", "0.21666666666666667", "≈ within noise"), cells(1, 0, MEAN, VERDICT));
        assertEquals("2 ★ highest  ·  1 ≈ within noise", aboveCurves());
        assertEquals("★ highest", verdictInTable(2));
        assertEquals("≈ within noise", verdictInTable(1));
        assertFalse(SeenText.of(nara.stage()).stream().anyMatch(words -> words.contains("is running")));
    }

    /** The verdict in the table of all runs. */
    @SuppressWarnings("unchecked")
    private String verdictInTable(long run) {
        TableView<StoredRun> table = nara.find("#compare-runs", TableView.class);
        return OnFx.get(() -> {
            TableColumn<StoredRun, ?> verdicts = table.getColumns().stream()
                    .filter(c -> c.getId().equals("verdict"))
                    .findFirst()
                    .orElseThrow();
            return table.getItems().stream()
                    .filter(r -> r.id() == run)
                    .map(r -> String.valueOf(verdicts.getCellData(r)))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** What is on screen after the language was changed is what would be there if everything was shown anew. */
    private void inAnotherLanguage() {
        List<String> before = seen();
        OnFx.run(() -> nara.window().localeProperty().set(Locale.KOREAN));
        nara.await("the heading is translated", () -> heading().contains("테스트"));
        List<String> changed = seen();
        rail.chooseAt(0);
        nara.await("one is chosen", () -> rows() < 2);
        rail.chooseAll();
        nara.await("both are chosen", () -> rows() == 2);
        assertSeen(changed);
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.await("the heading is as before", () -> heading().endsWith("test"));
        assertSeen(before);
    }
}
