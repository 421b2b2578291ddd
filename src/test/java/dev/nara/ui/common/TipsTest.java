package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A label and two buttons, of which the mouse comes to one and the keys to another. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
@SuppressWarnings("NullAway.Init")
class TipsTest {
    private final StringProperty words = new SimpleStringProperty("Peas");
    private Label label;
    private Button first;
    private Button second;

    @Start
    void open(Stage stage) {
        label = new Label("A");
        first = new Button("B");
        second = new Button("C");
        Layers layers = new Layers(stage);
        layers.cover(new HBox(second, label, first));
        Tips.on(label, "Carrots");
        Tips.on(first, words);
        Tips.on(second, "Beans");
        stage.setScene(new Scene(layers, 300, 60));
        stage.show();
    }

    @Test
    void aTooltipIsMadeWhenTheMouseComes(FxRobot robot) {
        robot.moveTo(label);
        OnFx.await("it is made", () -> label.getTooltip() != null);
        assertEquals("Carrots", OnFx.get(() -> label.getTooltip().getText()));
    }

    @Test
    void noneIsMadeWhereNothingComes() {
        Label alone = OnFx.get(() -> new Label("D"));
        OnFx.run(() -> Tips.on(alone, "Rye"));
        assertNull(OnFx.get(alone::getTooltip));
        assertEquals(Optional.of("Rye"), OnFx.get(() -> Tips.of(alone)));
    }

    @Test
    void aTooltipIsMadeWhenTheKeysCome() {
        OnFx.run(first::requestFocus);
        OnFx.await("it is made", () -> first.getTooltip() != null);
        OnFx.run(() -> words.set("Lentils"));
        assertEquals("Lentils", OnFx.get(() -> first.getTooltip().getText()));
    }

    @Test
    void otherWordsTakeThePlaceOfThoseBefore() {
        OnFx.run(first::requestFocus);
        OnFx.await("it is made", () -> first.getTooltip() != null);
        OnFx.run(() -> Tips.on(first, "Rice"));
        assertEquals("Rice", OnFx.get(() -> first.getTooltip().getText()));
        assertEquals(Optional.of("Rice"), OnFx.get(() -> Tips.of(first)));
        OnFx.run(() -> Tips.wrapped(first, words));
        assertTrue(OnFx.get(() -> first.getTooltip().isWrapText()), "long words have several lines");
        OnFx.run(() -> Tips.on(first, "Rice"));
        assertFalse(OnFx.get(() -> first.getTooltip().isWrapText()));
    }
}
