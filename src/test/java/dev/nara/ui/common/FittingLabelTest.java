package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.ui.OnFx;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Three wordings in a window that becomes narrower. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class FittingLabelTest {
    @SuppressWarnings("NullAway.Init")
    private FittingLabel label;

    @Start
    void open(Stage stage) {
        label = new FittingLabel(
                List.of("Peas look for Apricot, episode 3: a letter in a pod", "Peas, episode 3", "Peas 3"));
        stage.setScene(new Scene(new HBox(label), 600, 60));
        stage.show();
    }

    private String at(double width) {
        OnFx.run(() -> label.setMaxWidth(width));
        return OnFx.get(label::getText);
    }

    @Test
    void theFirstThatHasRoomIsSaid() {
        assertEquals("Peas look for Apricot, episode 3: a letter in a pod", at(500));
        assertEquals("Peas, episode 3", at(150));
        assertEquals("Peas 3", at(60));
        assertEquals("Peas 3", at(10));
        assertEquals("Peas, episode 3", at(150));
        assertEquals("Peas look for Apricot, episode 3: a letter in a pod", at(500));
        assertEquals("Peas look for Apricot, episode 3: a letter in a pod", OnFx.get(() -> Tips.of(label)
                .orElseThrow()));
    }
}
