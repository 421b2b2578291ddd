package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.TestStandings;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.ChartedRuns;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two settings, 0.75 and 0.25, and a baseline that is better than both. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class DifferTableTest {
    private static final StoredRun ENDED = TestRuns.run(1, "ease", Map.of(), 1, Map.of("HR@10", 0.5, "MRR@10", 0.25));
    private static final StoredRun UNTESTED = TestRuns.tested(
            TestRuns.run(2, "ials", Map.of(), 1, Map.of("HR@10", 0.5, "MRR@10", 0.125)), Optional.empty());

    private final CompareModel model = new CompareModel();

    @SuppressWarnings("NullAway.Init")
    private DifferTable table;

    @Start
    void open(Stage stage) {
        Texts texts = new Texts(Locale.ENGLISH);
        RowLook look = new RowLook(model, new ChartedRuns(), new SimpleObjectProperty<>(Theme.LIGHT), texts);
        table = new DifferTable(model, texts, look, () -> {});
        stage.setScene(new Scene(table.root(), 1000, 300));
        stage.show();
    }

    private static ComparedRow row(
            ComparedRow.Kind kind, boolean baseline, List<StoredRun> runs, Map<String, Double> figures) {
        return new ComparedRow(
                kind,
                baseline,
                runs,
                "popularity",
                null,
                figures.getOrDefault("HR@10", Double.NaN),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(),
                0,
                Text.of("verdict.mean.only"),
                new ComparedRow.Facts(Double.NaN, 0, Double.NaN, figures));
    }

    private void show(FigureStage stage, List<ComparedRow> rows) {
        OnFx.run(() -> {
            model.comparisonProperty()
                    .set(Optional.of(new SettingsComparison(
                            "HR@10", "films", "time, all:kept", stage, 0, TestStandings.two(), 1, List.of())));
            model.rows().setAll(rows);
            table.root().applyCss();
            table.root().layout();
        });
    }

    private Optional<TableColumn<ComparedRow, ?>> column(String name) {
        return OnFx.get(() -> table.table().getColumns().stream()
                .filter(column -> name.equals(column.getUserData()))
                .findFirst());
    }

    private List<Object> cells(String name) {
        return OnFx.get(() -> {
            TableColumn<ComparedRow, ?> column = column(name).orElseThrow();
            return List.<Object>of(column.getCellData(0), column.getCellData(1));
        });
    }

    @Test
    void theBestOfAllRowsIsMarkedAlsoWhereItIsTheBaseline() {
        List<ComparedRow> two = TestStandings.rows(false);
        show(
                FigureStage.TESTED,
                List.of(
                        two.get(0),
                        two.get(1),
                        row(ComparedRow.Kind.NO_VERDICT, true, List.of(), Map.of("HR@10", 0.875))));
        assertEquals(List.of(0.75, 0.25), cells("HR@10 on test"));
        List<?> cells = OnFx.all(table.table(), ".table-cell", TableCell.class);
        assertEquals(List.of(".8750"), OnFx.get(() -> cells.stream()
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("best")))
                .map(TableCell::getText)
                .toList()));
    }

    @Test
    void figuresAreNamedByTheirPartAndThoseOfAnotherAreNotShown() {
        List<ComparedRow> rows = List.of(
                row(ComparedRow.Kind.REFERENCE, false, List.of(ENDED), Map.of("HR@10", 0.5, "MRR@10", 0.25)),
                row(ComparedRow.Kind.TRAINING, false, List.of(UNTESTED), Map.of("HR@10", 0.5, "MRR@10", 0.125)));
        show(FigureStage.VALIDATION, rows);
        assertEquals(List.of(0.5, 0.5), cells("HR@10 on validation"));
        assertEquals(List.of(0.25, 0.125), cells("MRR@10"), "as the comparison took them, after the same epoch");
        show(FigureStage.TESTED, List.of(rows.get(1), rows.get(0)));
        assertEquals(List.of(Double.NaN, 0.5), cells("HR@10 on test"));
        assertEquals(List.of(Double.NaN, 0.25), cells("MRR@10"));
    }
}
