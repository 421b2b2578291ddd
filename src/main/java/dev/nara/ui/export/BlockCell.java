package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.ui.common.Texts;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/** A block of the recipe in a few words; it can be dragged to another place. */
final class BlockCell extends ListCell<ComposeRecipe.Block> {
    private final Texts texts;
    private final Label name = new Label();
    private final Label detail = new Label();
    private final VBox box = new VBox(name, detail);

    /** {@code move} gets the place a block was dragged from, and that which it was dropped on. */
    BlockCell(Texts texts, BiConsumer<Integer, Integer> move) {
        this.texts = texts;
        name.getStyleClass().add("cell-title");
        detail.getStyleClass().add("cell-detail");
        setPrefWidth(0);
        setOnDragDetected(e -> {
            if (!isEmpty()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(Integer.toString(getIndex()));
                startDragAndDrop(TransferMode.MOVE).setContent(content);
                e.consume();
            }
        });
        setOnDragOver(e -> {
            if (e.getGestureSource() instanceof BlockCell && !isEmpty()) {
                e.acceptTransferModes(TransferMode.MOVE);
                e.consume();
            }
        });
        setOnDragDropped(e -> {
            if (e.getGestureSource() instanceof BlockCell dragged) {
                move.accept(dragged.getIndex(), getIndex());
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }

    @Override
    protected void updateItem(ComposeRecipe.Block block, boolean isEmpty) {
        super.updateItem(block, isEmpty);
        if (isEmpty || block == null) {
            setGraphic(null);
            return;
        }
        name.setText((getIndex() + 1) + ".  " + SourceWords.of(block, texts));
        String give = block.take() == 0 ? texts.get("export.rest") : texts.get("export.at.most", block.take());
        String of = texts.get("seen." + (block.seen().isEmpty() ? "usual" : block.seen()));
        detail.setText(
                give + " · " + of + (block.ages().isEmpty() ? "" : " · " + texts.get("export.ages.of", block.ages())));
        setGraphic(box);
    }
}
