package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Questions and errors are cards in the window, one at a time, that have the keys to themselves. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class DialogsTest {
    private final FxRobot robot = new FxRobot();
    private final List<Object> answers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Dialogs dialogs;

    private int beneath;

    @Start
    void open(Stage shown) {
        stage = shown;
        Layers layers = new Layers(shown);
        Button content = new Button("the window");
        content.setId("content");
        layers.cover(content);
        Scene scene = new Scene(layers, 640, 400);
        scene.getAccelerators().put(KeyCombination.valueOf("F5"), () -> beneath++);
        Theme.LIGHT.apply(scene);
        shown.setScene(scene);
        shown.show();
        content.requestFocus();
        dialogs = new Dialogs(layers, new Texts(Locale.ENGLISH));
    }

    private static int cards() {
        return OnFx.all(".dialog-card", Node.class).size();
    }

    private void ask(Runnable question, String seen) {
        OnFx.begin(question);
        OnFx.await("it asks", () -> OnFx.present(seen));
    }

    private boolean focused(String query) {
        Node node = OnFx.find(query, Node.class);
        return OnFx.get(node::isFocused);
    }

    @Test
    void anErrorWaitsForTheAnswer() {
        ask(() -> answers.add(dialogs.confirm("Closing", "Close the window?", "Close it")), "Close it");
        OnFx.run(() -> dialogs.error(new IllegalStateException("the disk is full")));
        assertEquals(1, cards(), "the question alone is over the window");
        OnFx.run(OnFx.button("Close it")::fire);
        OnFx.await("the asker has the answer", () -> answers.equals(List.of(true)));
        OnFx.await("the error is shown now", () -> OnFx.present("Copy"));
        OnFx.run(OnFx.button("Close")::fire);
        OnFx.await("nothing is open any more", () -> cards() == 0);
    }

    @Test
    void withoutAWindowNothingIsAsked() {
        OnFx.run(stage::hide);
        OnFx.run(() -> dialogs.error(new IllegalStateException("a run failed in the background")));
        assertEquals(0, OnFx.get(() -> Window.getWindows().size()));
        assertFalse(OnFx.get(() -> dialogs.confirm("Closing", "Close the window?", "Close it")));
    }

    @Test
    void theCardHasTheKeysToItself() {
        ask(() -> answers.add(dialogs.choose("Submission", "Fit first?", List.of("Fit", "As it is"))), "As it is");
        assertEquals(1, OnFx.get(() -> Window.getWindows().size()), "no window but the one");
        assertTrue(focused("Fit"));
        Set<Object> reached = new HashSet<>();
        for (int n = 0; n < 5; n++) {
            robot.push(KeyCode.TAB);
            reached.add(OnFx.get(() -> ((Button) stage.getScene().getFocusOwner()).getText()));
        }
        assertEquals(Set.of("Fit", "As it is", "Cancel"), reached, "Tab goes round");
        OnFx.run(() -> OnFx.find("#content", Button.class).requestFocus());
        OnFx.await("what is beneath does not get the focus", () -> !focused("#content"));
        robot.push(KeyCode.F5);
        assertEquals(0, beneath, "no key reaches what is beneath");
        robot.push(KeyCode.ESCAPE);
        OnFx.await("Esc leaves", () -> answers.equals(List.of(Optional.empty())));
        assertTrue(focused("#content"), "the focus is back where it was");
        robot.push(KeyCode.F5);
        assertEquals(1, beneath);
    }

    @Test
    void enterPressesTheMarkedButtonUnlessItLasts() {
        ask(() -> answers.add(dialogs.confirm("Start", "Train again?", "Train")), "Train");
        robot.push(KeyCode.ENTER);
        OnFx.await("Enter is a yes", () -> answers.equals(List.of(true)));
        ask(() -> answers.add(dialogs.confirmLasting("Delete", "Delete for good?", "Delete")), "Cancel");
        robot.push(KeyCode.ENTER);
        OnFx.await("Enter is a no", () -> answers.equals(List.of(true, false)));
    }

    @Test
    void oneOfAListIsPickedByKeysAlone() {
        ask(
                () -> answers.add(dialogs.pick("What is it?", List.of("items", "users"), word -> word)),
                "#dialog-pick-yes");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        OnFx.await("Enter takes it", () -> answers.equals(List.of(Optional.of("users"))));
        ask(
                () -> answers.add(dialogs.pick("What is it?", List.of("items", "users"), word -> word)),
                "#dialog-pick-yes");
        robot.push(KeyCode.ESCAPE);
        OnFx.await("Esc leaves it", () -> answers.equals(List.of(Optional.of("users"), Optional.empty())));
    }

    @Test
    void aNameIsAskedUntilThereIsOne() {
        ask(() -> answers.add(dialogs.ask("Preset", "Its name")), "#dialog-ask-yes");
        assertSame(
                TextField.class, OnFx.get(() -> stage.getScene().getFocusOwner().getClass()));
        assertTrue(OnFx.get(() -> OnFx.button("#dialog-ask-yes").isDisabled()));
        assertTrue(OnFx.present("Enter something first."));
        robot.push(KeyCode.ENTER);
        assertEquals(1, cards(), "Enter does nothing yet");
        robot.write("fast");
        assertFalse(OnFx.get(() -> OnFx.button("#dialog-ask-yes").isDisabled()));
        robot.push(KeyCode.ENTER);
        OnFx.await("it has the name", () -> answers.equals(List.of(Optional.of("fast"))));
    }

    @Test
    void buttonsAreWholeHoweverLongTheText() {
        OnFx.run(() -> dialogs.show("What went wrong is a long story. ".repeat(120), "with details"));
        Bounds button = OnFx.get(() -> {
            Button close = OnFx.button("Close");
            return close.localToScene(close.getLayoutBounds());
        });
        assertTrue(button.getMaxY() < stage.getScene().getHeight() - 24, "it lies in the window: " + button);
        assertTrue(button.getHeight() >= 24, "it is whole: " + button);
        OnFx.run(stage::hide);
    }

    @Test
    void aQuestionEndsWithTheWindow() {
        ask(() -> answers.add(dialogs.confirm("Closing", "Close the window?", "Close it")), "Close it");
        OnFx.run(stage::hide);
        OnFx.await("the answer is no", () -> answers.equals(List.of(false)));
    }

    @Test
    void escLeavesAListToPickFrom() {
        ask(() -> answers.add(dialogs.pick("One of them", List.of("a", "b"), word -> word)), "One of them");
        OnFx.await("the list has the keys", () -> focused(".dialog-card .list-view"));
        robot.push(KeyCode.ESCAPE);
        OnFx.await("it is left", () -> answers.equals(List.of(Optional.empty())));
    }
}
