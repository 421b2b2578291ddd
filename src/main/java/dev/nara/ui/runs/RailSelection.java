package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;

/** The listed rows and their selection. */
final class RailSelection {
    private final ListView<RailRow> list;
    private final Runnable chosen;
    private boolean putting;

    /** {@code chosen} is called when the user changes the selection. */
    RailSelection(ListView<RailRow> list, Runnable chosen) {
        this.list = list;
        this.chosen = chosen;
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RailRow>) change -> {
            if (!putting) {
                this.chosen.run();
            }
        });
    }

    /** The selected rows, in the order of the list. */
    List<RailRow> rows() {
        // While the list changes, its selection may contain nulls.
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** The runs of the selected rows. */
    List<StoredRun> runs() {
        return rows().stream().flatMap(row -> row.runs().stream()).distinct().toList();
    }

    /** Moves the focus to the list, and selects its first run if nothing is selected. */
    void enter() {
        list.requestFocus();
        if (runs().isEmpty()) {
            IntStream.range(0, list.getItems().size())
                    .filter(n -> !list.getItems().get(n).runs().isEmpty())
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::clearAndSelect);
        }
    }

    /** Lists these rows and selects those with these keys, without calling the listener. */
    void put(List<RailRow> rows, Set<String> keys) {
        putting = true;
        RailRow focused = list.getFocusModel().getFocusedItem();
        if (!rows.equals(list.getItems())) {
            list.getItems().setAll(rows);
        }
        int[] at = places(rows, keys);
        list.getSelectionModel().clearSelection();
        if (at.length > 0) {
            list.getSelectionModel().selectIndices(at[0], at);
        }
        if (focused != null && !keys.contains(focused.key())) {
            for (int place : places(rows, Set.of(focused.key()))) {
                list.getFocusModel().focus(place);
            }
        }
        putting = false;
    }

    private static int[] places(List<RailRow> rows, Set<String> keys) {
        return IntStream.range(0, rows.size())
                .filter(i -> keys.contains(rows.get(i).key()))
                .toArray();
    }
}
