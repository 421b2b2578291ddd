package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.ui.OnFx;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two workspaces of a word each in a window, of which the first is on screen. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
@SuppressWarnings("NullAway.Init")
class WorkspacesTest {
    private static final double WIDTH = 400;

    private Label word;
    private VBox shown;
    private VBox hidden;
    private int layouts;

    @Start
    void open(Stage stage) {
        word = new Label("Peas");
        shown = new VBox(word);
        hidden = new VBox(new Label("Carrots"));
        hidden.setVisible(false);
        shown.setMinWidth(120);
        hidden.setMinWidth(240);
        BorderPane window = new BorderPane(new Workspaces(List.of(shown, hidden))) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                layouts++;
            }
        };
        stage.setScene(new Scene(window, WIDTH, 100));
        // Another test may have left the stage larger.
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void aWordInOneLaysOutThatAlone() {
        int before = OnFx.get(() -> layouts);
        OnFx.run(() -> word.setText("Peas in a pod"));
        OnFx.await("the word has its room", () -> word.getWidth() >= word.prefWidth(-1) && !shown.isNeedsLayout());
        assertEquals(before, OnFx.get(() -> layouts));
    }

    @Test
    void oneThatComesOnScreenGetsAllTheRoom() {
        assertEquals(WIDTH, OnFx.get(shown::getWidth));
        assertEquals(120, OnFx.get(() -> ((BorderPane) shown.getScene().getRoot())
                .getCenter()
                .minWidth(-1)));
        OnFx.run(() -> {
            shown.setVisible(false);
            hidden.setVisible(true);
        });
        OnFx.await("it is laid out", () -> hidden.getWidth() == WIDTH);
        assertEquals(240, OnFx.get(() -> hidden.getParent().minWidth(-1)));
    }
}
