package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** A row of the rail; a queued run can be dragged to another position. */
final class RunRailCell extends ListCell<RailRow> {
    private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("within");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final RailState state;
    private final RailWords words;
    private final RunRowBox run;
    private final FoldRowBox fold;
    private final HeadRowBox head;
    private final Tooltip known = new Tooltip();

    /** Moves a queued run before or after another one. */
    @FunctionalInterface
    interface Move {
        void move(long run, long other, boolean behind);
    }

    RunRailCell(RailState state, Supplier<Move> move) {
        this.state = state;
        words = new RailWords(state);
        run = new RunRowBox(state, words);
        fold = new FoldRowBox(state, words);
        head = new HeadRowBox(state.texts());
        known.setOnShowing(e -> known.setText(tooltip()));
        setPrefWidth(0);
        makeMovable(move);
    }

    @Override
    protected void updateItem(@Nullable RailRow row, boolean empty) {
        super.updateItem(row, empty);
        redraw();
    }

    /** Redraws the row. */
    void redraw() {
        RailRow row = isEmpty() ? null : getItem();
        if (row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
        } else {
            setGraphic(shown(row));
            setTooltip(row.runs().isEmpty() && !(row instanceof RailRow.Damaged) ? null : known);
        }
        pseudoClassStateChanged(
                WITHIN, (row instanceof RailRow.Run one && one.within()) || row instanceof RailRow.More);
        pseudoClassStateChanged(HEAD, row instanceof RailRow.Data || row instanceof RailRow.Baselines);
    }

    /** Redraws the row if it is that of one of these runs. */
    void redraw(Set<Long> runs) {
        RailRow row = isEmpty() ? null : getItem();
        if (row instanceof RailRow.Run one && runs.contains(one.run().id())) {
            redraw();
        }
    }

    private Node shown(RailRow row) {
        if (row instanceof RailRow.Run one) {
            run.show(one);
            setAccessibleText(run.spoken() + ", " + words.state(one.run()));
            return run;
        } else if (row instanceof RailRow.Study study) {
            fold.show(study);
            setAccessibleText(fold.spoken());
            return fold;
        } else if (row instanceof RailRow.Series series) {
            fold.show(series);
            setAccessibleText(fold.spoken());
            return fold;
        }
        showHead(row);
        setAccessibleText(head.spoken());
        setAccessibleHelp(row instanceof RailRow.Damaged ? tooltip() : null);
        return head;
    }

    private void showHead(RailRow row) {
        if (row instanceof RailRow.Data data) {
            head.show(data);
        } else if (row instanceof RailRow.Baselines baselines) {
            head.show(baselines);
        } else if (row instanceof RailRow.More more) {
            head.show(more);
        } else if (row instanceof RailRow.Damaged damaged) {
            head.show(damaged);
        } else {
            head.showUntrained();
        }
    }

    private String tooltip() {
        RailRow row = getItem();
        if (row instanceof RailRow.Series series) {
            return words.all(series);
        }
        if (row instanceof RailRow.Damaged damaged) {
            return damaged.run().problem().message(state.texts().locale());
        }
        List<StoredRun> runs = row == null ? List.of() : row.runs();
        return runs.isEmpty() ? "" : words.all(runs.get(0));
    }

    /** Whether a node is the arrow that folds and unfolds a study or a series. */
    static boolean isArrow(Node node) {
        return node.getStyleClass().contains("rail-arrow");
    }

    private Optional<StoredRun> waiting() {
        return getItem() instanceof RailRow.Run row && state.read().listing().waits(row.run())
                ? Optional.of(row.run())
                : Optional.empty();
    }

    private void makeMovable(Supplier<Move> move) {
        setOnDragDetected(e -> waiting().ifPresent(one -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(Long.toString(one.id()));
            startDragAndDrop(TransferMode.MOVE).setContent(content);
            e.consume();
        }));
        addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (e.getGestureSource() instanceof RunRailCell && waiting().isPresent()) {
                e.acceptTransferModes(TransferMode.MOVE);
                e.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            if (e.getGestureSource() instanceof RunRailCell) {
                // A drop on the lower half puts the run after this one.
                waiting().ifPresent(one -> move.get()
                        .move(Long.parseLong(e.getDragboard().getString()), one.id(), e.getY() > getHeight() / 2));
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }
}
