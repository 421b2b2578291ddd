package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.GroupsOfTaste;
import dev.nara.SteppedTraining;
import dev.nara.TestServices;
import dev.nara.analysis.ComparedRow;
import dev.nara.run.RunState;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A run that still trains is held against one that has ended; what Compare says of both is true while it trains and after. */
@Tag("window")
class CompareWhileTrainingTest extends WindowTest {
    /** Each takes some tenths of a second at least. */
    private static final int LOOKS = 500;

    private static final String SETTINGS = "nara train --data x --algorithm mf --seed ";

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
        nara.await("both runs have a row", () -> OnFx.all(".runs-number", Label.class).stream()
                .map(Label::getText)
                .toList()
                .containsAll(List.of("1", "2")));
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

    /** The rows: number, what is thought of it, difference and verdict. */
    private List<String> rows() {
        ListView<ComparedRow> forest = forest();
        return OnFx.get(() -> forest.getItems().stream()
                .map(row -> (row.number() + " " + row.kind() + " " + row.words()).strip())
                .toList());
    }

    @SuppressWarnings("unchecked")
    private ListView<ComparedRow> forest() {
        return nara.find("#compare-forest", ListView.class);
    }

    private String sentence() {
        return nara.find("#compare-verdict", Label.class).getText();
    }

    private String detail() {
        return nara.find("#compare-detail", Label.class).getText();
    }

    /** All words of Compare and of Train; sorted, for a table may keep its rows in any order of nodes. */
    private List<String> seen() {
        List<String> words = new ArrayList<>(SeenText.of(nara.stage()));
        OnFx.run(() -> nara.window().workspace(1));
        words.addAll(SeenText.of(nara.stage()));
        OnFx.run(() -> nara.window().workspace(3));
        // Toasts and the status bar come and go with the time.
        words.removeIf(word -> word.matches("(?s).*\\d:\\d\\d.*|.*: finished\\s*|[\ue000-\uf8ff]*"));
        Collections.sort(words);
        return words;
    }

    /** The same once two looks see the same: some of it takes a moment. */
    private List<String> seenAtRest() {
        List<String> before = seen();
        List<String> now = seen();
        for (int look = 0; look < LOOKS && !now.equals(before); look++) {
            before = now;
            now = seen();
        }
        assertEquals(before, now, "the window never comes to rest");
        return now;
    }

    private void assertSeen(List<String> expected) {
        List<String> now = seen();
        for (int look = 0; look < LOOKS && !now.equals(expected); look++) {
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
        comparedWithoutAVerdict();
        goOn.release();
        awaitState(2, RunState.FINISHED);
        theSecondWins();
        inAnotherLanguage();
    }

    /** As soon as it has a figure. */
    private void comparedWithoutAVerdict() {
        OnFx.awaitEquals("Run 2 is running, epoch 1 of 20: no verdict before its end", this::sentence);
        OnFx.awaitEquals("At the same epoch it is tied with run 1 in HR@10 on validation.", this::detail);
        OnFx.awaitEquals(List.of("1 REFERENCE", "2 TRAINING .000"), this::firstRows);
        assertEquals(
                "", OnFx.get(() -> nara.find("#compare-message", Label.class).getText()));
    }

    private List<String> firstRows() {
        return rows().stream().limit(2).toList();
    }

    private void theSecondWins() {
        OnFx.awaitEquals("Run 2 and run 1 are tied: +.083 [−.050, +.233] HR@10", this::sentence);
        OnFx.awaitEquals(List.of("2 REFERENCE", "1 NOISE −.083 [−.233, +.050]"), this::firstRows);
        assertEquals(
                0.2833333333333333, OnFx.get(() -> forest().getItems().get(0).mean()));
        assertTrue(SeenText.of(nara.stage()).contains("within noise"));
        assertFalse(SeenText.of(nara.stage()).stream().anyMatch(words -> words.contains("is running")));
    }

    /** What is on screen after the language was changed is what would be there if everything was shown anew. */
    private void inAnotherLanguage() {
        OnFx.all(".toast > .icon-button", Button.class).forEach(close -> OnFx.run(close::fire));
        nara.await("the note that it has ended is gone", () -> !OnFx.present(".toast"));
        List<String> before = seenAtRest();
        OnFx.run(() -> nara.window().localeProperty().set(Locale.KOREAN));
        nara.await("the verdict is translated", () -> sentence().startsWith("실행"));
        List<String> changed = seenAtRest();
        rail.chooseAt(0);
        nara.await("one is chosen", () -> rows().stream().noneMatch(row -> row.startsWith("1 ")));
        rail.chooseAll();
        nara.await(
                "both are chosen",
                () -> rows().stream().anyMatch(row -> row.startsWith("1 "))
                        && sentence().contains("1"));
        assertSeen(changed);
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.await("the verdict is as before", () -> sentence().startsWith("Run 2"));
        assertSeen(before);
    }
}
