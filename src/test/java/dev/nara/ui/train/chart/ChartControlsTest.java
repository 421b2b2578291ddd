package dev.nara.ui.train.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.BoundingBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ChartControlsTest {
    private static Region part(double width, double height) {
        Region part = new Region();
        part.setMinSize(100, height);
        part.setPrefSize(width, height);
        return part;
    }

    private final Region verdict = part(400, 70);
    private final Region tools = part(350, 26);
    private final ChartControls controls = new ChartControls(verdict, tools);

    private void lay(double width) {
        controls.resize(width, controls.prefHeight(width));
        controls.layout();
    }

    private static BoundingBox box(Region part) {
        return new BoundingBox(part.getLayoutX(), part.getLayoutY(), part.getWidth(), part.getHeight());
    }

    @Test
    void theVerdictStandsBesideTheToolsWhereItHasRoom() {
        lay(800);
        assertEquals(70, controls.getHeight());
        assertEquals(new BoundingBox(0, 0, 400, 70), box(verdict));
        assertEquals(new BoundingBox(450, 22, 350, 26), box(tools));
    }

    /** Beside an open form in a window of 1086 pixels. */
    @Test
    void elseItHasALineOfItsOwn() {
        lay(448);
        assertEquals(104, controls.getHeight());
        assertEquals(new BoundingBox(0, 0, 400, 70), box(verdict));
        assertEquals(new BoundingBox(98, 78, 350, 26), box(tools));
    }

    @Test
    void withoutAVerdictThereAreTheToolsAlone() {
        verdict.setManaged(false);
        lay(448);
        assertEquals(26, controls.getHeight());
    }
}
