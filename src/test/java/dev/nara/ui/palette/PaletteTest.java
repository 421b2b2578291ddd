package dev.nara.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Three actions, one of which cannot be done, and a run that is found elsewhere; all with real keys. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class PaletteTest {
    private final FxRobot robot = new FxRobot();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final List<String> done = new ArrayList<>();
    private final CountDownLatch searched = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void open(Stage stage) {
        Layers layers = new Layers(stage);
        Button content = new Button("the window");
        content.setId("content");
        layers.cover(content);
        scene = new Scene(layers, 1280, 800);
        Theme.LIGHT.apply(scene);
        CommandPalette palette = new CommandPalette(
                layers,
                new Jobs(executor, error -> done.add(error.toString())),
                new Texts(Locale.ENGLISH),
                List.of(
                        source(
                                Group.ACTIONS,
                                List.of(
                                        action("Submission: write file…", ""),
                                        action("Submission: check a file…", ""),
                                        action("Submission: score…", "only the sample data has a hidden truth"))),
                        source(Group.RUNS, List.of(run()))),
                () -> List.of("Submission: check a file…"),
                words -> done.add("help for " + words));
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+K"), palette::open);
        stage.setScene(scene);
        stage.show();
        content.requestFocus();
    }

    private Entry action(String name, String off) {
        return new Entry(
                Group.ACTIONS,
                name,
                Feather.UPLOAD,
                name,
                List.of(),
                "",
                "File",
                "",
                List.of("Ctrl", "E"),
                off,
                () -> done.add(name));
    }

    private Entry run() {
        return Entry.of(Group.RUNS, "run:24", Feather.TRENDING_UP, "Run 24 · 64-32", () -> done.add("run 24"))
                .with("tags submission", ".2739 validation Score");
    }

    private Source source(Group group, List<Entry> entries) {
        return new Source() {
            @Override
            public Group group() {
                return group;
            }

            @Override
            public boolean slow() {
                return group == Group.RUNS;
            }

            @Override
            public Search open() {
                return (query, recent, most) -> {
                    if (slow()) {
                        searched.await();
                    }
                    return Found.in(entries, query, recent, most);
                };
            }
        };
    }

    @AfterEach
    void end() {
        searched.countDown();
        executor.shutdownNow();
    }

    private void ctrlK() {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    }

    private static List<String> rows() {
        return OnFx.get(() -> OnFx.all(".palette-row", PaletteRow.class).stream()
                .map(row -> row.entry().name())
                .toList());
    }

    private static String chosen() {
        return OnFx.get(() -> OnFx.all(".palette-row", PaletteRow.class).stream()
                .filter(row -> row.getPseudoClassStates().toString().contains("chosen"))
                .map(row -> row.entry().name())
                .findFirst()
                .orElse(""));
    }

    private boolean hasKeys(String query) {
        return OnFx.get(() -> ("#" + scene.getFocusOwner().getId()).equals(query));
    }

    @Test
    void whatIsTypedAtOnceIsInTheField() {
        ctrlK();
        robot.write("sub", 0);
        assertEquals("sub", OnFx.get(() -> OnFx.find("#palette-words", TextField.class)
                .getText()));
        assertTrue(hasKeys("#palette-words"));
        List<String> captions = OnFx.get(() -> OnFx.all(".palette-caption", Label.class).stream()
                .map(Label::getText)
                .toList());
        assertEquals(List.of("Actions", "Runs …"), captions, "runs are still sought");
        searched.countDown();
        OnFx.await("the run is there", () -> rows().size() == 4);
        assertEquals("Run 24 · 64-32", rows().get(3));
        assertEquals("4 of 4", OnFx.get(() -> OnFx.find("#palette-count", Label.class)
                .getText()));
    }

    @Test
    void keysChooseAndEnterDoesWhatCanBeDone() {
        searched.countDown();
        ctrlK();
        robot.write("sub", 0);
        OnFx.await("all is found", () -> rows().size() == 4);
        assertEquals("Submission: write file…", chosen());
        robot.push(KeyCode.UP);
        assertEquals("Run 24 · 64-32", chosen(), "over the end");
        robot.push(KeyCode.TAB);
        assertEquals("Submission: write file…", chosen(), "to the next group");
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertEquals("Submission: score…", chosen());
        PaletteRow row =
                OnFx.get(() -> OnFx.all(".palette-row", PaletteRow.class).get(2));
        assertEquals(
                "Submission: score…, only the sample data has a hidden truth, Ctrl+E",
                OnFx.get(row::getAccessibleText));
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(), done, "it cannot be done now");
        robot.push(KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(List.of("Submission: check a file…"), done);
        assertFalse(OnFx.present("#palette"));
        assertTrue(hasKeys("#content"), "the focus is back");
        ctrlK();
        assertEquals(List.of("Submission: check a file…"), rows(), "what was used last, once");
        robot.write("sub", 0);
        OnFx.await("all is found again", () -> rows().size() == 4);
        assertEquals("Submission: check a file…", rows().get(0), "used last comes first");
    }

    @Test
    void itIsLeftWithEscWithCtrlKAndByAClickBesideIt() {
        searched.countDown();
        ctrlK();
        robot.push(KeyCode.ESCAPE);
        assertFalse(OnFx.present("#palette"));
        ctrlK();
        ctrlK();
        assertFalse(OnFx.present("#palette"));
        ctrlK();
        robot.clickOn(new Point2D(
                scene.getWindow().getX() + scene.getX() + 20, scene.getWindow().getY() + scene.getY() + 20));
        assertFalse(OnFx.present("#palette"));
        assertTrue(hasKeys("#content"));
    }

    @Test
    void nothingFoundLeadsToTheGuide() {
        searched.countDown();
        ctrlK();
        robot.write("subx", 0);
        OnFx.await("nothing is found", () -> rows().equals(List.of("No match for “subx”. Search in help")));
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("help for subx"), done);
    }
}
