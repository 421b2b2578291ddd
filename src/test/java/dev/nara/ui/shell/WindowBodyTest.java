package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.settings.WindowPlace;
import dev.nara.ui.OnFx;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class WindowBodyTest {
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void open(Stage opened) {
        stage = opened;
    }

    /** How wide the list of runs is in a window of that width that grows to the other, as one does that was left maximised. */
    private double kept(double rail, double first, double later) {
        return OnFx.get(() -> {
            stage.setWidth(first);
            stage.setHeight(640);
            WindowBody body = new WindowBody(stage, new Region(), new Region());
            stage.setScene(new Scene(body.view(), first, 640));
            body.arrange(new WindowPlace(0, 0, first, 640, true, rail));
            stage.show();
            body.view().resize(first, 640);
            body.view().applyCss();
            body.view().layout();
            body.view().resize(later, 640);
            body.view().layout();
            return body.end();
        });
    }

    @Test
    void theListOfRunsIsAsWideAfterEachRestart() {
        double rail = 218;
        for (int start = 0; start < 5; start++) {
            rail = kept(rail, 1100, 1900);
        }
        assertEquals(218, rail, 0.6);
        assertEquals(248, kept(0, 1100, 1280), 0.6, "what it gets at first");
    }

    @Test
    void itIsAsWideAsItWasDragged() {
        double dragged = OnFx.get(() -> {
            WindowBody body = new WindowBody(stage, new Region(), new Region());
            stage.setScene(new Scene(body.view(), 1000, 640));
            body.arrange(WindowPlace.NONE);
            stage.show();
            body.view().resize(1000, 640);
            body.view().applyCss();
            body.view().layout();
            body.view().setDividerPositions(0.3);
            body.view().layout();
            body.view().resize(1500, 640);
            body.view().layout();
            return body.end();
        });
        assertEquals(300, dragged, 1);
    }
}
