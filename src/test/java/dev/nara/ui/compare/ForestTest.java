package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.RunNames;
import dev.nara.analysis.TestStandings;
import dev.nara.chart.ForestScale;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.ChartedRuns;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The forest of two settings, and an axis of its own, wide and narrow. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ForestTest {
    @TempDir
    private static Path folder;

    private final CompareModel model = new CompareModel();
    private final Texts texts = new Texts(Locale.ENGLISH);

    @SuppressWarnings("NullAway.Init")
    private ForestAxis axis;

    @SuppressWarnings("NullAway.Init")
    private Forest forest;

    @SuppressWarnings("NullAway.Init")
    private VBox rows;

    @SuppressWarnings("NullAway.Init")
    private VBox alone;

    @Start
    void open(Stage stage) {
        axis = new ForestAxis(texts);
        RowLook look = new RowLook(model, new ChartedRuns(), new SimpleObjectProperty<>(Theme.LIGHT), texts);
        forest = new Forest(model, texts, look, row -> {}, row -> 0);
        rows = new VBox(forest.root());
        alone = new VBox(axis.sides(), axis.steps());
        stage.setScene(new Scene(new StackPane(rows, alone), 1200, 400));
        stage.show();
    }

    private static void wide(VBox box, double width) {
        OnFx.run(() -> {
            box.setMaxWidth(width);
            box.getParent().layout();
            box.layout();
        });
    }

    private static List<String> apart(Pane pane) {
        return OnFx.get(() -> {
            pane.applyCss();
            pane.layout();
            List<Label> labels = pane.getChildren().stream()
                    .filter(Node::isVisible)
                    .map(Label.class::cast)
                    .sorted(Comparator.comparingDouble(Node::getLayoutX))
                    .toList();
            for (int n = 1; n < labels.size(); n++) {
                Label before = labels.get(n - 1);
                double end = before.getLayoutX() + before.prefWidth(-1);
                assertTrue(end + 4 < labels.get(n).getLayoutX(), before.getText());
            }
            return labels.stream().map(Label::getText).toList();
        });
    }

    @Test
    void wordsAndStepsNeverTouch() {
        OnFx.run(() -> axis.show(new ForestScale(-0.00108, 0.00108, 0.0005), true, 2));
        wide(alone, 1000);
        assertEquals(List.of("−.0010", "−.0005", "0", "+.0005", "+.0010"), apart(axis.steps()));
        assertEquals(List.of("← worse than run 2", "better →"), apart(axis.sides()));
        wide(alone, 150);
        assertEquals(List.of("−.0010", "0", "+.0010"), apart(axis.steps()));
        OnFx.run(() -> axis.show(new ForestScale(-0.01, 0.1, 0.02), true, 2));
        wide(alone, 300);
        assertEquals(List.of("← worse than run 2", "better →"), apart(axis.sides()));
        wide(alone, 130);
        assertEquals(List.of("better →"), apart(axis.sides()));
    }

    @Test
    void oneSettingHasNoAxis() {
        OnFx.run(() -> model.rows().setAll(TestStandings.rows(false).subList(0, 1)));
        Pane steps = OnFx.get(() -> (Pane) forest.root().getChildren().get(2));
        assertTrue(OnFx.all(steps, ".caption", Label.class).stream()
                .noneMatch(label -> label.getText().matches("[+−.0-9]+")));
    }

    @Test
    void aSettingOfSeveralSeedsIsCalledByNone() {
        ComparedRow row = TestStandings.twoSeeds();
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), row.runs());
        assertEquals("iALS · size 16 · seed 2", names.of(row.runs().get(0), Locale.ENGLISH));
        OnFx.run(() -> {
            model.namesProperty().set(names);
            model.rows().setAll(row);
        });
        apart(new Pane());
        List<String> shown = OnFx.get(() -> OnFx.all(forest.list(), ".label", Label.class).stream()
                .map(Label::getText)
                .toList());
        assertTrue(shown.contains("iALS · size 16"), shown.toString());
    }

    @Test
    void rowsFitWhenTheWindowBecomesNarrower() {
        wide(rows, 1200);
        OnFx.run(() -> model.rows().setAll(TestStandings.rows(true)));
        apart(new Pane());
        wide(rows, 800);
        assertEquals(List.of(), OnFx.get(() -> OnFx.all(forest.list(), ".scroll-bar", ScrollBar.class).stream()
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible())
                .toList()));
    }
}
