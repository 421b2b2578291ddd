package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.store.WatchedListLog.Moment;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A child that was watched for two epochs. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class LearningPaneTest {
    private final ChildModel model = new ChildModel();

    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(
                new LearningPane(model, new Texts(Locale.ENGLISH), new SimpleObjectProperty<>(Theme.LIGHT)), 600, 300));
        stage.show();
    }

    private static List<ChartViewer> charts() {
        return OnFx.all(".chart-viewer", ChartViewer.class);
    }

    @Test
    void curvesAreDrawnOncePageAndChildAreThere() {
        OnFx.run(() -> model.momentsProperty()
                .set(List.of(
                        new Moment(1, 0.7, List.of(4, 2), List.of(9, 3)),
                        new Moment(2, 0.5, List.of(2, 4), List.of(5, 1)))));
        assertEquals(0, charts().size(), "the page is not open");
        OnFx.run(() -> model.learningSeenProperty().set(true));
        assertEquals(1, charts().size());
        ChartViewer first = charts().get(0);
        OnFx.run(() -> model.momentProperty().set(1));
        assertNotEquals(first, charts().get(0), "the mark stands at the other epoch");
        OnFx.run(() -> model.momentsProperty().set(List.of()));
        assertEquals(0, charts().size(), "the child is not watched");
        assertEquals(
                1,
                OnFx.all("#child-learning .empty-text", javafx.scene.control.Label.class)
                        .size());
    }
}
