package dev.nara.ui.runs;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Keys and clicks on the rail: right unfolds, left folds or goes to the parent row, the space bar puts the selected runs on the chart,
 * Enter or a double click shows a study; a click on an arrow or a head folds and unfolds.
 */
final class RailKeys {
    private final ListView<RailRow> list;
    private final Consumer<String> toggle;
    private final Runnable tick;
    private final LongConsumer study;

    RailKeys(ListView<RailRow> list, Consumer<String> toggle, Runnable tick, LongConsumer study) {
        this.list = list;
        this.toggle = toggle;
        this.tick = tick;
        this.study = study;
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(this::clicked);
    }

    private void pressed(KeyEvent event) {
        RailRow row = list.getFocusModel().getFocusedItem();
        if (row == null || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        boolean done =
                switch (event.getCode()) {
                    case SPACE -> tick();
                    case RIGHT -> row instanceof RailRow.Fold fold && !fold.open() && toggle(row);
                    case LEFT -> (row instanceof RailRow.Fold fold && fold.open()) ? toggle(row) : out(row);
                    case ENTER -> enter(row);
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private boolean tick() {
        tick.run();
        return true;
    }

    private boolean toggle(RailRow row) {
        toggle.accept(row.key());
        return true;
    }

    private boolean enter(RailRow row) {
        if (row instanceof RailRow.Study shown) {
            study.accept(shown.study());
            return true;
        }
        return (row instanceof RailRow.More || row instanceof RailRow.Data || row instanceof RailRow.Baselines)
                && toggle(row);
    }

    /** Selects the row that contains this one. */
    private boolean out(RailRow row) {
        int at = list.getFocusModel().getFocusedIndex();
        boolean within = row instanceof RailRow.More || (row instanceof RailRow.Run run && run.within());
        while (within && at > 0) {
            at--;
            if (list.getItems().get(at) instanceof RailRow.Fold) {
                list.getSelectionModel().clearAndSelect(at);
                return true;
            }
        }
        return false;
    }

    private void clicked(MouseEvent event) {
        RailRow row = list.getFocusModel().getFocusedItem();
        Node hit = event.getPickResult().getIntersectedNode();
        if (row == null || hit == null || event.getButton() != MouseButton.PRIMARY || !inCell(hit)) {
            return;
        }
        boolean head = !(row instanceof RailRow.Run || row instanceof RailRow.Study || row instanceof RailRow.Series)
                && !(row instanceof RailRow.Untrained);
        if (head || RunRailCell.isArrow(hit)) {
            toggle.accept(row.key());
        } else if (row instanceof RailRow.Study shown && event.getClickCount() == 2) {
            study.accept(shown.study());
        }
    }

    /** A click below the last row hits no cell. */
    private static boolean inCell(Node hit) {
        Node node = hit;
        while (node != null && !(node instanceof RunRailCell)) {
            node = node.getParent();
        }
        return node instanceof RunRailCell cell && !cell.isEmpty();
    }
}
