package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class StripPlaceTest {
    private final Region strip = new Region();
    private final Region chart = new Region();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private StripPlace place;

    @Start
    void open(Stage window) {
        stage = window;
        chart.setMinHeight(300);
        strip.setMinHeight(50);
        SplitPane parts = new SplitPane(chart, strip);
        parts.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(strip, false);
        place = new StripPlace(parts, 144);
        stage.setScene(new Scene(parts, 400, 380));
        stage.show();
    }

    @Test
    void aWindowThatOpensSmallLeavesTheStripItsHeightInALargerOne() {
        OnFx.await("it is squeezed", () -> strip.getHeight() > 0 && strip.getHeight() < 100);
        OnFx.run(() -> stage.setHeight(800));
        OnFx.await("it has its height", () -> Math.abs(strip.getHeight() - 144) < 6);
        OnFx.run(() -> place.height(300));
        OnFx.await("it is unfolded", () -> Math.abs(strip.getHeight() - 300) < 6);
        assertTrue(OnFx.get(chart::getHeight) > 400);
    }
}
