package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Notes come, stay as long as they should, and have the keys with F6; the parts of the window follow each other. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class NoticesTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> done = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();
    private final DesktopNotes desktop =
            new DesktopNotes("Linux", (command, environment) -> outside.add(command.get(command.size() - 1)));

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @SuppressWarnings("NullAway.Init")
    private Notices notices;

    @SuppressWarnings("NullAway.Init")
    private Layers layers;

    @Start
    void open(Stage stage) {
        layers = new Layers(stage);
        HBox main = part("main", FocusRing.Stop.MAIN);
        HBox content = new HBox(main, part("rail", FocusRing.Stop.RAIL));
        content.getChildren().add(part("strip", FocusRing.Stop.STRIP));
        layers.cover(content);
        scene = new Scene(layers, 1280, 800);
        Theme.LIGHT.apply(scene);
        scene.getAccelerators()
                .put(KeyCombination.valueOf("F6"), () -> layers.ring().go(1));
        scene.getAccelerators()
                .put(KeyCombination.valueOf("Shift+F6"), () -> layers.ring().go(-1));
        Texts texts = new Texts(Locale.ENGLISH);
        notices = new Notices(layers, texts, new Jobs(Runnable::run, error -> {}), desktop, Duration.hours(1));
        stage.setScene(scene);
        stage.show();
        main.getChildren().get(0).requestFocus();
    }

    private static HBox part(String name, FocusRing.Stop stop) {
        Button one = new Button(name + " 1");
        one.setId(name + "-1");
        Button two = new Button(name + " 2");
        two.setId(name + "-2");
        HBox part = new HBox(one, two);
        FocusRing.mark(part, stop);
        return part;
    }

    private String keys() {
        return OnFx.get(() -> {
            Node owner = scene.getFocusOwner();
            return owner.getId() == null && owner instanceof Button button ? button.getText() : owner.getId();
        });
    }

    private static List<String> toasts() {
        return OnFx.get(() -> OnFx.all(".toast", Toast.class).stream()
                .map(toast -> (toast.note().subject() + " " + toast.note().message()).strip())
                .toList());
    }

    private void seconds(int many) {
        OnFx.run(() -> {
            for (int n = 0; n < many; n++) {
                notices.second();
            }
        });
    }

    @Test
    void notesGoAndProblemsStay() {
        OnFx.run(() -> {
            notices.tell("Run 3", "ended");
            notices.problem("Run 4", "failed", "");
            notices.undoable("Run 13 put away.", () -> done.add("undone"));
        });
        assertEquals(List.of("Run 3 ended", "Run 4 failed", "Run 13 put away."), toasts());
        assertEquals(1, OnFx.get(notices.unseenProperty()::get));
        OnFx.run(() -> notices.written("Chart written:", Path.of("/lists/curves.png")));
        assertEquals(
                List.of("Run 4 failed", "Run 13 put away.", "Chart written: in /lists"), toasts(), "three at most");
        assertEquals(2, OnFx.get(notices.unseenProperty()::get), "what had to go is counted");
        assertTrue(OnFx.present("8 s"));
        seconds(1);
        assertTrue(OnFx.present("7 s"));
        seconds(7);
        assertEquals(List.of("Run 4 failed", "Chart written: in /lists"), toasts());
        seconds(4);
        assertEquals(List.of("Run 4 failed"), toasts(), "a problem stays");
        OnFx.run(notices::showProblems);
        assertEquals(0, OnFx.get(notices.unseenProperty()::get));
        assertEquals(4, OnFx.all(".notice-line", Node.class).size(), "all are listed");
        robot.push(KeyCode.ESCAPE);
        assertFalse(OnFx.present("#notices"));
    }

    @Test
    void whatIsDoneCanBeTakenBack() {
        OnFx.run(() -> notices.undoable("Run 13 put away.", () -> done.add("undone")));
        robot.push(KeyCode.F6).push(KeyCode.F6);
        robot.clickOn("Undo");
        assertEquals(List.of("undone"), done);
        assertEquals(List.of(), toasts());
    }

    @Test
    void f6GoesRoundTheParts() {
        assertEquals("main-1", keys());
        robot.push(KeyCode.TAB).push(KeyCode.F6);
        assertEquals("strip-1", keys());
        robot.push(KeyCode.F6);
        assertEquals("rail-1", keys());
        robot.push(KeyCode.F6);
        assertEquals("main-2", keys(), "where it was");
        robot.press(KeyCode.SHIFT).push(KeyCode.F6).release(KeyCode.SHIFT);
        assertEquals("rail-1", keys());
        Note.Step check = new Note.Step("Check", Feather.CHECK_CIRCLE, () -> done.add("checked"));
        OnFx.run(() -> notices.written(
                Note.Kind.DONE, "Submission written:", "8,311 lists, passes every check.", Path.of("s.csv"), check));
        assertEquals("rail-1", keys(), "a note takes nobody's keys");
        robot.press(KeyCode.SHIFT).push(KeyCode.F6).release(KeyCode.SHIFT);
        assertEquals("Show in folder", keys());
        seconds(20);
        assertEquals(1, toasts().size(), "it stays while it has the keys");
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);
        assertEquals(List.of("checked"), done);
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of(), toasts());
        assertEquals("rail-1", keys(), "the keys are back");
    }

    @Test
    void twoNotesAreLeftBesideALayer() {
        OnFx.run(() -> {
            notices.tell("1", "one");
            notices.tell("2", "two");
            notices.tell("3", "three");
            layers.lay(new HBox(new Button("in the layer")), LaidCard.Place.TOP, () -> {});
        });
        assertEquals(List.of("2 two", "3 three"), toasts());
        assertEquals("in the layer", keys());
        robot.push(KeyCode.F6);
        assertTrue(OnFx.get(() -> Reachable.inside(layers.notes(), scene.getFocusOwner())));
        robot.push(KeyCode.ESCAPE);
        assertEquals("in the layer", keys());
    }

    @Test
    void theDesktopIsReportedOnlyWhileAnotherWindowIsInFrontAndOnlyWhereThatIsWanted() {
        OnFx.run(() -> {
            notices.tellOnDesktop("Search 1", "in front");
            scene.getWindow().hide();
            notices.tellOnDesktop("Search 1", "finished");
            notices.keepOffDesktop(true);
            notices.tellOnDesktop("Search 2", "finished again");
        });
        assertEquals(List.of("finished"), outside);
    }
}
