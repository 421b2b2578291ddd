package dev.nara.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The guide's pane alone: pages, links, back and forward, the search, the other language. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class HelpPaneTest {
    private final HelpModel model = new HelpModel(new Guide(Locale.ENGLISH));
    private final Texts texts = new Texts(Locale.ENGLISH);

    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(new HelpView(model, texts).root(), 1000, 600));
        stage.show();
        model.open(new PagePlace("compare", ""));
    }

    private static String heading() {
        return OnFx.find(page(), ".help-heading-1 .help-text", Text.class).getText();
    }

    private static Parent page() {
        return (Parent) OnFx.get(() -> OnFx.find("#help-page", ScrollPane.class).getContent());
    }

    private static void follow(String link) {
        Hyperlink found = OnFx.all(page(), ".help-link", Hyperlink.class).stream()
                .filter(shown -> OnFx.get(shown::getText).equals(link))
                .findFirst()
                .orElseThrow();
        OnFx.run(found::fire);
    }

    @Test
    void aPageHasItsPictureAndItsTable() {
        assertEquals("Compare", heading());
        assertEquals(1, OnFx.all(".image-view", ImageView.class).size());
        OnFx.run(() -> model.open(new PagePlace("export", "")));
        GridPane table = OnFx.find(page(), ".help-table", GridPane.class);
        assertEquals(2, table.getColumnCount());
        assertEquals(6, table.getRowCount());
        TextArea code = OnFx.find(page(), ".help-block", TextArea.class);
        assertTrue(code.getText().startsWith("{\"blocks\": [{\"algorithm\": \"own-watched\""), code.getText());
        assertFalse(code.isEditable());
    }

    @Test
    void linksAreFollowedAndTakenBack() {
        Button back = OnFx.button("#help-back");
        Button forward = OnFx.button("#help-forward");
        assertTrue(back.isDisabled());
        follow("Evaluation");
        assertEquals("Evaluation", heading());
        assertFalse(back.isDisabled());
        OnFx.run(back::fire);
        assertEquals("Compare", heading());
        assertTrue(back.isDisabled());
        OnFx.run(forward::fire);
        assertEquals("Evaluation", heading());
        assertTrue(forward.isDisabled());
    }

    @Test
    void aWordIsFoundAndItsHeadingShown() {
        TextField words = OnFx.find("#help-words", TextField.class);
        ListView<?> list = OnFx.find("#help-list", ListView.class);
        assertEquals(18, list.getItems().size());
        OnFx.run(() -> words.setText("what every command shares"));
        OnFx.run(() -> words.fireEvent(new ActionEvent()));
        assertEquals("Command line", heading());
        assertTrue(OnFx.find("#help-page", ScrollPane.class).getVvalue() > 0, "not at its beginning");
        OnFx.run(() -> words.setText("nosuchword"));
        assertEquals(0, list.getItems().size());
        OnFx.run(() -> words.setText(""));
        assertEquals(18, list.getItems().size());
    }

    @Test
    void inKoreanPagesWithoutATranslationSaySo() {
        OnFx.run(() -> {
            texts.localeProperty().set(Locale.KOREAN);
            model.guideProperty().set(new Guide(Locale.KOREAN));
        });
        assertEquals("비교", heading());
        assertFalse(OnFx.find("#help-english", Label.class).isVisible());
        OnFx.run(() -> model.open(new PagePlace("results", "")));
        assertTrue(OnFx.find("#help-english", Label.class).isVisible());
    }
}
