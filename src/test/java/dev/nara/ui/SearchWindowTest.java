package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.study.Origin;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.ui.common.Theme;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A small real search from the menu to the test part, steered on its way. */
@Tag("window")
class SearchWindowTest extends WindowTest {
    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    @SuppressWarnings("unchecked")
    private ListView<Trial> trials() {
        return nara.find("#trials", ListView.class);
    }

    private void press(Node node, KeyCode code) {
        nara.robot()
                .interact(() ->
                        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private void press(String button) {
        nara.await(button, () -> ready(button));
        nara.robot().interact(nara.find(button, ButtonBase.class)::fire);
    }

    /** Whether a button can be pressed. */
    private static boolean ready(String button) {
        return OnFx.present(button)
                && OnFx.all(button, ButtonBase.class).stream().noneMatch(ButtonBase::isDisabled);
    }

    /** Presses a button that opens a question, and answers it. */
    private void ask(String button, String words) {
        nara.await(button, () -> ready(button));
        OnFx.begin(nara.find(button, ButtonBase.class)::fire);
        nara.await("asked: " + words, () -> OnFx.present(words));
        nara.robot().interact(OnFx.button(words)::fire);
    }

    private boolean any(Predicate<Trial> such) {
        return trials().getItems().stream().anyMatch(such);
    }

    /** Presses a key on a trial, in one step: while trials train the list is filled again and again. */
    private void press(Predicate<Trial> such, KeyCode code) {
        nara.await("there is such a trial", () -> any(such));
        OnFx.run(() -> {
            ListView<Trial> list = trials();
            Trial trial = list.getItems().stream().filter(such).findFirst().orElseThrow();
            list.getSelectionModel().clearAndSelect(list.getItems().indexOf(trial));
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }

    @Test
    void aSearchIsStartedSteeredFinishedAndTested() throws Exception {
        nara.robot().interact(() -> {
            nara.window().localeProperty().set(Locale.ENGLISH);
            nara.window().themeProperty().set(Theme.LIGHT);
        });
        nara.awaitData("sample-data");
        nara.robot().interact(() -> nara.window().workspace(1));
        nara.paste("nara train --data x --algorithm mf --epochs 2 --seed 1");
        vary();
        nara.picture("form-varied");
        press("#start");
        nara.await("the space is shown", () -> OnFx.present("#space-learning_rate"));
        nara.picture("tune-start");
        closingAsksAboutAChangedDraft();
        whatIsTypedLastCounts();
        nara.await("four trials", () -> trials().getItems().size() >= 4);
        nara.picture("tune-running");
        steer();
        finish();
        test();
    }

    /** Minutes are typed and the search is started before they are taken up. */
    private void whatIsTypedLastCounts() {
        TextField minutes = nara.find("#tune-minutes", TextField.class);
        ButtonBase start = nara.find("#tune-start", ButtonBase.class);
        nara.robot().interact(() -> {
            minutes.setText("25");
            start.fire();
        });
        nara.await("it has begun with them", () -> ready("#tune-finish") && OnFx.present("Budget 25 min"));
    }

    /** Three sizes, three rates: nine runs; with a range of rates they are a search of that space. */
    private void vary() {
        press("#vary-factors");
        press("#vary-learning_rate");
        Button start = nara.find("#start", Button.class);
        assertEquals("Start 9 runs", OnFx.get(start::getText));
        press("#vary-kind-learning_rate");
        assertEquals("Search…", OnFx.get(start::getText));
        nara.await(
                "it says what it would take",
                () -> nara.find("#takes-when", Label.class).getText().startsWith("ends "));
    }

    /** What was changed before the search has begun is kept nowhere, so the window asks. */
    private void closingAsksAboutAChangedDraft() {
        nara.await("it is put together", () -> OnFx.present("#space-low-learning_rate"));
        Node low = nara.find("#space-low-learning_rate", Node.class);
        Button start = nara.find("#tune-start", Button.class);
        String whole = OnFx.get(low::getAccessibleHelp);
        OnFx.run(low::requestFocus);
        press(low, KeyCode.RIGHT);
        nara.await("it is narrowed", () -> !low.getAccessibleHelp().equals(whole));
        // What was moved counts when its handle is left.
        OnFx.run(start::requestFocus);
        OnFx.begin(() -> nara.stage().fireEvent(new WindowEvent(nara.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        nara.await("the window asks", () -> OnFx.present("Quit without it"));
        Button stay = OnFx.get(() -> OnFx.all(".dialog-card .button", Button.class).stream()
                .filter(button -> button.getText().equals("Cancel"))
                .findFirst()
                .orElseThrow());
        nara.robot().interact(stay::fire);
        nara.await("it has its answer", () -> !OnFx.present("Quit without it"));
        assertTrue(OnFx.get(nara.stage()::isShowing));
    }

    /** Narrows, undoes, pins, drops, thaws, and tries a setting of one's own. */
    private void steer() {
        Node low = nara.find("#space-low-learning_rate", Node.class);
        String wider = OnFx.get(low::getAccessibleHelp);
        press(low, KeyCode.RIGHT);
        nara.await("it is narrowed", () -> !low.getAccessibleHelp().equals(wider));
        press(Trial::finished, KeyCode.P);
        nara.await("one is pinned", () -> any(Trial::pinned));
        nara.await("one trains", () -> any(t -> t.state() == TrialState.RUNNING));
        ask("#tune-try", "Try");
        nara.await("one of one's own", () -> any(t -> t.origin() == Origin.PERSON));
    }

    /** Ends it early and reads the verdict. */
    private void finish() throws Exception {
        ask("#tune-finish", "Finish the search");
        nara.await("a setting is chosen", () -> ready("#tune-test"));
        nara.picture("tune-ended");
    }

    /** Trains the chosen setting on the whole training part and tells it on the test part, once. */
    private void test() throws Exception {
        press("#tune-test");
        nara.await(
                "it is tested",
                () -> nara.find("#tune-test", Button.class).getText().contains("again"));
        nara.picture("tune-tested");
        press("#tune-report");
        nara.await("a page is written", () -> Files.exists(folder.resolve("study-1.html")));
    }
}
