package dev.nara.ui.common.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import dev.nara.ui.common.Theme;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** JavaFX of another version may keep its rules otherwise: then the window only opens more slowly, and this says so. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class SheetClassesTest {
    private static final String RULE = "data:text/css,.plain.marked{-fx-text-fill:red}.other{-fx-text-fill:green}";

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @SuppressWarnings("NullAway.Init")
    private Label label;

    @Start
    void open(Stage stage) {
        label = new Label("text");
        scene = new Scene(new StackPane(label), 200, 100);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void noRuleKeepsItsClassesInAWrapper() {
        List<Integer> wrapped = OnFx.get(() -> {
            try {
                return SheetClasses.wrapped();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(0, wrapped.get(0));
        assertTrue(wrapped.get(1) > 500, wrapped::toString);
    }

    @Test
    void aRuleIsForNodesWithAllOfItsClasses() {
        OnFx.run(() -> {
            scene.getStylesheets().add(RULE);
            SheetClasses.unwrap(scene);
            label.getStyleClass().addAll("marked", "third", "plain");
        });
        assertEquals(Color.RED, OnFx.get(label::getTextFill));
        OnFx.run(() -> label.getStyleClass().remove("plain"));
        assertEquals(false, OnFx.get(() -> Color.RED.equals(label.getTextFill())));
        OnFx.run(() -> label.getStyleClass().add("other"));
        assertEquals(Color.GREEN, OnFx.get(label::getTextFill));
    }
}
