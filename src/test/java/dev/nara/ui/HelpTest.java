package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** F1 opens the guide at the page of the workspace in front, in the window's language and theme; Esc closes it. */
@Tag("window")
class HelpTest extends WindowTest {
    private static final List<String> PAGES = List.of(
            "index",
            "data",
            "train",
            "runs",
            "tune",
            "search",
            "compare",
            "child",
            "export",
            "children",
            "promises",
            "data-formats",
            "programs",
            "spark",
            "models",
            "evaluation",
            "command-line");

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    private static void press(Scene scene, KeyCode key, boolean control) {
        OnFx.run(() -> {
            var at = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
        });
    }

    private static String heading() {
        return OnFx.find(".help-heading-1 .help-text", Text.class).getText();
    }

    private Scene guide() {
        return OnFx.get(OnFx.find("#help", Node.class)::getScene);
    }

    @Test
    void theGuideIsAtThePageOfTheWorkspace() throws Exception {
        OnFx.run(() -> {
            nara.window().localeProperty().set(Locale.ENGLISH);
            nara.window().themeProperty().set(Theme.LIGHT);
            nara.window().workspace(3);
        });
        nara.awaitData("sample-data");
        press(nara.stage().getScene(), KeyCode.F1, false);
        assertEquals("Compare", heading());
        Scene guide = guide();
        Pictures.keep("help-en-light", guide);
        press(guide, KeyCode.F, true);
        TextField words = OnFx.find("#help-words", TextField.class);
        OnFx.await("Ctrl+F searches", words::isFocused);
        OnFx.run(() -> words.setText("negative"));
        Pictures.keep("help-search", guide);
        press(guide, KeyCode.ESCAPE, false);
        assertEquals("", words.getText(), "Esc empties the search first");
        press(guide, KeyCode.ESCAPE, false);
        assertFalse(OnFx.present("#help"), "Esc closes then");
        OnFx.run(() -> nara.window().workspace(1));
        press(nara.stage().getScene(), KeyCode.F1, false);
        assertEquals("Train", heading());
        lookAtPages(guide);
        press(guide, KeyCode.ESCAPE, false);
        assertFalse(OnFx.present("#help"), "Esc closes");
        OnFx.run(() -> nara.window().workspace(5));
        press(nara.stage().getScene(), KeyCode.F1, false);
        assertEquals("내보내기", heading());
        OnFx.run(nara.stage()::hide);
        assertFalse(OnFx.present("#help"), "the guide goes with the window");
    }

    private void lookAtPages(Scene guide) throws Exception {
        ScrollPane page = OnFx.find("#help-page", ScrollPane.class);
        List<String> titles = new ArrayList<>();
        for (String name : new String[] {"models", "command-line", "evaluation"}) {
            ListView<?> list = OnFx.find("#help-list", ListView.class);
            OnFx.run(() -> {
                list.getSelectionModel().select(PAGES.indexOf(name));
                list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            });
            titles.add(heading());
            OnFx.run(() -> page.setVvalue(0.2));
            Pictures.keep("help-" + name, guide);
        }
        assertEquals(List.of("Models and baselines", "Command line", "Evaluation"), titles, "Enter opens a page");
        OnFx.run(() -> {
            nara.window().localeProperty().set(Locale.KOREAN);
            nara.window().themeProperty().set(Theme.DARK);
        });
        Pictures.keep("help-ko-dark", guide);
        press(guide, KeyCode.F1, false);
        Pictures.keep("help-ko-first", guide);
    }
}
