package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TableView;

/** Synchronises the selection of rows in forest plot and table: the pair of the verdict. */
final class RowSelection {
    private final MultipleSelectionModel<ComparedRow> forest;
    private final MultipleSelectionModel<ComparedRow> table;
    private final CompareModel model;
    private final Consumer<List<ComparedRow>> pair;
    private boolean showing;

    /** {@code pair} gets the last one or two selected rows. */
    RowSelection(
            ListView<ComparedRow> list,
            TableView<ComparedRow> rows,
            CompareModel model,
            Consumer<List<ComparedRow>> pair) {
        this.forest = list.getSelectionModel();
        this.table = rows.getSelectionModel();
        this.model = model;
        this.pair = pair;
        listen(forest);
        listen(table);
        model.pairProperty().addListener((o, was, is) -> show(is));
    }

    private void listen(MultipleSelectionModel<ComparedRow> selection) {
        selection.getSelectedItems().addListener((ListChangeListener<ComparedRow>)
                change -> selected(change.getList()));
    }

    private void selected(List<? extends ComparedRow> now) {
        List<ComparedRow> rows = now.stream()
                .filter(Objects::nonNull)
                .<ComparedRow>map(row -> row)
                .toList();
        if (!showing && !rows.isEmpty() && model.rows().containsAll(rows)) {
            List<ComparedRow> two = rows.subList(Math.max(0, rows.size() - 2), rows.size());
            if (!two.equals(model.pairProperty().get())) {
                pair.accept(two);
            }
        }
    }

    private void show(List<ComparedRow> rows) {
        showing = true;
        for (MultipleSelectionModel<ComparedRow> selection : List.of(forest, table)) {
            selection.clearSelection();
            rows.forEach(selection::select);
        }
        showing = false;
    }
}
