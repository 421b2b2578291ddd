package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two runs of one algorithm that differ in one parameter, and one of another. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ComparedRunsTableTest {
    private static final StoredRun EIGHT = TestRuns.run(1, "ials", Map.of("factors", "8"), 1, Map.of("HR@10", 0.25));
    private static final StoredRun THIRTY_TWO =
            TestRuns.run(2, "ials", Map.of("factors", "32"), 1, Map.of("HR@10", 0.5));
    private static final StoredRun EASE = TestRuns.run(3, "ease", Map.of(), 1, Map.of("HR@10", 0.125));

    private final CompareModel model = new CompareModel();
    private final List<List<StoredRun>> picked = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ComparedRunsTable table;

    @Start
    void open(Stage stage) {
        table = new ComparedRunsTable(model, new Texts(Locale.ENGLISH));
        table.onPick(picked::add);
        stage.setScene(new Scene(table.node(), 900, 300));
        stage.show();
        model.metricProperty().set("HR@10");
        table.replace(List.of(EIGHT, THIRTY_TWO, EASE));
    }

    @Test
    void columnsTellTheRunsApart() {
        assertEquals(
                List.of(
                        "run",
                        "name",
                        "algorithm",
                        "data",
                        "stage",
                        "metric.HR@10",
                        "epoch",
                        "last",
                        "verdict",
                        "setting.factors"),
                OnFx.get(() -> table.node().getColumns().stream()
                        .map(TableColumn::getId)
                        .toList()));
        OnFx.run(() -> table.replace(List.of(EIGHT, EASE)));
        assertEquals("verdict", OnFx.get(() -> table.node().getColumns().get(8).getId()));
        assertEquals(
                9, OnFx.get(() -> table.node().getColumns().size()), "one value of a parameter tells nothing apart");
    }

    /** The figure after the last epoch is of the validation part, where there is one. */
    @Test
    void theFigureOfTheLastEpochSaysOfWhichPartItIs() {
        StoredRun without = TestRuns.run(
                4, "", EASE.spec().change().run(Map.of("validation", "none")).spec(), Map.of("HR@10", 0.625));
        OnFx.run(() -> table.replace(List.of(EASE, without)));
        assertEquals(List.of("Last (validation)"), OnFx.get(() -> table.node().getColumns().stream()
                .filter(column -> column.getId().equals("last"))
                .map(TableColumn::getText)
                .toList()));
        List<?> cells = OnFx.all(table.node(), ".table-cell", TableCell.class);
        assertEquals(Set.of(".1250", "test .6250"), OnFx.get(() -> cells.stream()
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> cell.getTableColumn().getId().equals("last"))
                .map(TableCell::getText)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.toSet())));
    }

    @Test
    void runsAreFoundBySettingsFiguresAndWords() {
        assertEquals(List.of(THIRTY_TWO), found("factors>=32"));
        assertEquals(List.of(EIGHT, THIRTY_TWO), found("hr@10>0.2"));
        assertEquals(List.of(EIGHT), found("hr@10>0.2 factors=8"));
        assertEquals(List.of(EASE), found("ease"));
        assertEquals(List.of(EIGHT, THIRTY_TWO, EASE), found(""));
    }

    private List<StoredRun> found(String words) {
        return OnFx.get(() -> {
            table.find(words);
            return table.shown();
        });
    }

    @Test
    void whatIsSelectedIsPickedAndWhatIsChosenIsSelected() {
        TableView<StoredRun> runs = table.node();
        OnFx.run(() -> runs.getSelectionModel().select(EASE));
        assertEquals(List.of(List.of(EASE)), picked);
        OnFx.run(() -> model.chosen().setAll(EIGHT, THIRTY_TWO));
        assertEquals(
                List.of(EIGHT, THIRTY_TWO),
                OnFx.get(() -> List.copyOf(runs.getSelectionModel().getSelectedItems())));
        assertEquals(1, picked.size(), "what the program chooses was not picked by hand");
        OnFx.run(() -> table.replace(List.of(THIRTY_TWO, EASE)));
        assertEquals(List.of(EIGHT, THIRTY_TWO), OnFx.get(() -> List.copyOf(model.chosen())));
    }
}
