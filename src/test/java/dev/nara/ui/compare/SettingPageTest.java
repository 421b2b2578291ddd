package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.analysis.Standing;
import dev.nara.analysis.TestStandings;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Runs of two algorithms, one of them with two numbers of factors. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class SettingPageTest {
    private static final StoredRun EASE = TestRuns.run(1, "ease", Map.of(), 1, Map.of("HR@10", 0.5));
    private static final StoredRun EIGHT = TestRuns.run(2, "ials", Map.of("factors", "8"), 1, Map.of("HR@10", 0.25));
    private static final StoredRun THIRTY_TWO =
            TestRuns.run(3, "ials", Map.of("factors", "32"), 1, Map.of("HR@10", 0.375));

    private final CompareModel model = new CompareModel();
    private final List<List<StoredRun>> judged = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private SettingPage page;

    private final BooleanProperty seen = new SimpleBooleanProperty();

    @Start
    void open(Stage stage) {
        page = new SettingPage(
                model, new Texts(Locale.ENGLISH), new SimpleObjectProperty<>(Theme.LIGHT), judged::add, seen);
        stage.setScene(new Scene(new StackPane(page.root()), 900, 400));
        stage.show();
        model.metricProperty().set("HR@10");
        model.runs().setAll(EASE, EIGHT, THIRTY_TWO);
    }

    private static Object cell(int row, int column) {
        TableView<?> table = OnFx.find("#compare-groups", TableView.class);
        return OnFx.get(() -> table.getColumns().get(column).getCellData(row));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> grouping() {
        return OnFx.find("#compare-grouping", ComboBox.class);
    }

    @Test
    void runsStandByTheValueOfASetting() {
        assertEquals(List.of(), judged, "nothing is worked out while the page is hidden");
        OnFx.run(() -> seen.set(true));
        assertEquals(
                List.of("algorithm", "factors"),
                OnFx.get(() -> List.copyOf(grouping().getItems())));
        assertEquals("ease", cell(0, 0));
        assertEquals("ials", cell(1, 0));
        assertEquals(2, cell(1, 1));
        assertEquals(0.3125, cell(1, 2));
        assertEquals(0.375, cell(1, 3));
        assertEquals(List.of(List.of(EASE, THIRTY_TWO)), judged);
        assertEquals(1, OnFx.all(".chart-viewer", ChartViewer.class).size());

        OnFx.run(() -> grouping().setValue("factors"));
        assertEquals("32", cell(0, 0));
        assertEquals("8", cell(1, 0));
        assertEquals(List.of(THIRTY_TWO, EIGHT), judged.get(1));
    }

    @Test
    void theBestOfEachValueHaveAVerdict() {
        OnFx.run(() -> seen.set(true));
        assertEquals("", cell(0, 4));
        List<Standing> standings = TestStandings.two();
        OnFx.run(() -> model.bestsProperty().set(Map.of(1L, standings.get(0), 3L, standings.get(1))));
        assertEquals("★ best on validation", cell(0, 4));
        assertEquals("≈ within noise", cell(1, 4));
    }
}
