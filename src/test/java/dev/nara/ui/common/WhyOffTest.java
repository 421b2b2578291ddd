package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nara.ui.MouseEvents;
import dev.nara.ui.OnFx;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two buttons, one of which is off. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class WhyOffTest {
    @SuppressWarnings("NullAway.Init")
    private Button off;

    @SuppressWarnings("NullAway.Init")
    private Button on;

    private final StringProperty reason = new SimpleStringProperty("2 fields to correct");

    @Start
    void open(Stage stage) {
        off = new Button("Start");
        on = new Button("Stop");
        off.setDisable(true);
        WhyOff.say(off, reason);
        WhyOff.say(on, reason);
        Layers layers = new Layers(stage);
        layers.cover(new HBox(40, off, on));
        stage.setScene(new Scene(layers, 400, 200));
        stage.show();
    }

    private static void pointAt(Node node) {
        OnFx.run(() -> {
            Point2D at = node.localToScene(5, 5);
            Scene scene = node.getScene();
            Event.fireEvent(
                    scene.getRoot(),
                    MouseEvents.of(
                            MouseEvent.MOUSE_MOVED, at.getX(), at.getY(), new PickResult(scene.getRoot(), 0, 0)));
        });
    }

    private static String tip() {
        return OnFx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .findFirst()
                .orElse(""));
    }

    @Test
    void theReasonIsSeenOverWhatIsOff() {
        pointAt(off);
        OnFx.await("the reason is seen", () -> tip().equals("2 fields to correct"));
        pointAt(on);
        OnFx.await("it goes", () -> tip().isEmpty());
        assertEquals("2 fields to correct", OnFx.get(off::getAccessibleHelp));
        assertNull(OnFx.get(on::getAccessibleHelp));
        OnFx.run(() -> {
            reason.set("data is being read");
            on.setDisable(true);
        });
        assertEquals("data is being read", OnFx.get(off::getAccessibleHelp));
        assertEquals("data is being read", OnFx.get(on::getAccessibleHelp));
        OnFx.run(() -> off.setDisable(false));
        pointAt(off);
        OnFx.await("nothing is said of what is on", () -> tip().isEmpty());
    }
}
