package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table of all runs with the settings in which they differ; the selected runs are compared. */
final class ComparedRunsTable {
    private final CompareModel model;
    private final Texts texts;
    private final RunColumns columns;
    private final FilteredList<StoredRun> found;
    private final TableView<StoredRun> runs;
    private Consumer<List<StoredRun>> picked = some -> {};
    private boolean choosing;

    ComparedRunsTable(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        columns = new RunColumns(model, texts);
        found = new FilteredList<>(model.runs());
        runs = runTable();
        model.runs().addListener((ListChangeListener<StoredRun>) change -> renew());
        model.chosen().addListener((ListChangeListener<StoredRun>) change -> showChosen());
        model.rows().addListener((ListChangeListener<ComparedRow>) change -> runs.refresh());
        model.metricProperty().addListener((o, was, is) -> renew());
        texts.localeProperty().addListener((o, was, is) -> {
            // The columns are named after settings in the window's language.
            runs.getColumns().removeIf(column -> column.getId().startsWith("setting."));
            renew();
        });
        renew();
    }

    TableView<StoredRun> node() {
        return runs;
    }

    /** The visible runs in the order of the table. */
    List<StoredRun> shown() {
        return List.copyOf(runs.getItems());
    }

    /** Shows only the runs that match the search. */
    void find(String words) {
        // A filter hides runs but must not change the selection.
        choosing = true;
        found.setPredicate(run -> RunFilter.matches(run, words, texts));
        choosing = false;
        showChosen();
    }

    /** Replaces the runs of the table; the selection is kept. */
    void replace(List<StoredRun> all) {
        choosing = true;
        model.runs().setAll(all);
        choosing = false;
    }

    /** {@code handler} gets the runs selected in the table. */
    void onPick(Consumer<List<StoredRun>> handler) {
        picked = handler;
    }

    private TableView<StoredRun> runTable() {
        TableView<StoredRun> table = Tables.table("compare-runs", texts, "compare.runs.empty");
        SortedList<StoredRun> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setTableMenuButtonVisible(true);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StoredRun>) change -> choose());
        return table;
    }

    private void choose() {
        if (!choosing) {
            List<StoredRun> now = runs.getSelectionModel().getSelectedItems().stream()
                    .filter(r -> r != null)
                    .toList();
            // The handler must not change the selection during its change.
            choosing = true;
            picked.accept(now);
            choosing = false;
        }
    }

    private void showChosen() {
        if (!choosing) {
            choosing = true;
            runs.getSelectionModel().clearSelection();
            model.chosen().forEach(run -> runs.getSelectionModel().select(run));
            choosing = false;
        }
    }

    /** Updates the columns for the settings in which the runs differ. */
    private void renew() {
        boolean before = choosing;
        choosing = true;
        show(columns.all());
        choosing = before;
    }

    /** Shows these columns; existing ones keep their visibility, width and sort order. */
    private void show(Map<String, TableColumn<StoredRun, ?>> wanted) {
        for (TableColumn<StoredRun, ?> known : runs.getColumns()) {
            wanted.computeIfPresent(known.getId(), (id, fresh) -> known);
        }
        List<TableColumn<StoredRun, ?>> all = List.copyOf(wanted.values());
        List<StoredRun> kept = List.copyOf(model.chosen());
        if (!Set.copyOf(all).equals(Set.copyOf(runs.getColumns()))) {
            List<TableColumn<StoredRun, ?>> order = List.copyOf(runs.getSortOrder());
            runs.getColumns().setAll(all);
            runs.getSortOrder().setAll(order.stream().filter(all::contains).toList());
        }
        runs.refresh();
        kept.forEach(run -> runs.getSelectionModel().select(run));
    }
}
