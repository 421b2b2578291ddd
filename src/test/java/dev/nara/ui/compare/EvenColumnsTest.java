package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class EvenColumnsTest {
    private final EvenColumns columns = new EvenColumns(200, 24, 12);

    private static Region part(double height) {
        Region part = new Region();
        part.setPrefSize(300, height);
        return part;
    }

    private List<Point2D> places(double width) {
        columns.getChildren().setAll(part(100), part(60), part(80));
        columns.resize(width, columns.prefHeight(width));
        columns.layout();
        return columns.getChildren().stream()
                .map(Node::getBoundsInParent)
                .map(box -> new Point2D(box.getMinX(), box.getMinY()))
                .toList();
    }

    @Test
    void partsStandBesideEachOtherWhereEachHasRoom() {
        assertEquals(List.of(new Point2D(0, 0), new Point2D(224, 0), new Point2D(448, 0)), places(648));
        assertEquals(100, columns.getHeight());
    }

    @Test
    void whatHasNoRoomStandsBelow() {
        assertEquals(List.of(new Point2D(0, 0), new Point2D(224, 0), new Point2D(0, 112)), places(424));
        assertEquals(192, columns.getHeight());
        assertEquals(List.of(new Point2D(0, 0), new Point2D(0, 112), new Point2D(0, 184)), places(150));
    }
}
