package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.Composition;
import dev.nara.competition.Submission;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A block of the recipe as a card, with its settings as chips and its share of the score; it can be dragged to another position. */
final class BlockCell extends ListCell<ComposeRecipe.Block> {
    /** The height in the style sheet. */
    private static final double TRACK = 6;

    private final ExportModel model;
    private final Texts texts;
    private final Edits edits;

    /** The edits of a block, given by its index. */
    interface Edits {
        void change(int place, UnaryOperator<ComposeRecipe.Block> change);

        void move(int from, int to);

        void duplicate(int place);

        void remove(int place);
    }

    BlockCell(ExportModel model, Texts texts, Edits edits) {
        this.model = model;
        this.texts = texts;
        this.edits = edits;
        getStyleClass().add("block-cell");
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
                edits.move(dragged.getIndex(), getIndex());
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }

    @Override
    protected void updateItem(ComposeRecipe.@Nullable Block block, boolean isEmpty) {
        super.updateItem(block, isEmpty);
        setGraphic(isEmpty || block == null ? null : card(block));
    }

    private Node card(ComposeRecipe.Block block) {
        Region edge = new Region();
        edge.getStyleClass().addAll("block-edge", BlockColours.of(getIndex()));
        Label name = new Label((getIndex() + 1) + ". " + SourceWords.of(block, texts));
        name.getStyleClass().add("strong");
        Tips.on(name, name.getText());
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, Icons.of(Feather.MENU, "faint"), name, gap, menu());
        head.getStyleClass().add("card-head");
        VBox inside = new VBox(4, head, chips(block), share(block));
        inside.getStyleClass().add("block-inside");
        HBox.setHgrow(inside, Priority.ALWAYS);
        inside.setMinWidth(0);
        HBox card = new HBox(edge, inside);
        card.getStyleClass().add("block-card");
        return card;
    }

    private Node chips(ComposeRecipe.Block block) {
        int at = getIndex();
        FlowPane chips = new FlowPane(4, 4);
        chips.getChildren()
                .add(SettingChip.typed(
                        "block-take-" + at,
                        block.take() == 0
                                ? texts.get("export.rest")
                                : texts.get("export.take.of", block.take(), Submission.LENGTH),
                        texts.get("export.take"),
                        TypedRecipe.plain(block.take()),
                        typed -> edits.change(at, old -> TypedRecipe.take(old, typed))));
        chips.getChildren()
                .add(SettingChip.choice(
                        "block-seen-" + at,
                        seen(block.seen()),
                        List.of("", "any", "new", "only"),
                        this::seen,
                        chosen -> edits.change(at, old -> TypedRecipe.choices(old, chosen, old.blend()))));
        chips.getChildren()
                .add(SettingChip.typed(
                        "block-ages-" + at,
                        block.ages().isEmpty()
                                ? texts.get("export.ages.all")
                                : texts.get("export.ages.of", block.ages()),
                        texts.get("export.ages"),
                        block.ages(),
                        typed -> edits.change(at, old -> TypedRecipe.ages(old, typed))));
        if (block.runs().size() > 1) {
            chips.getChildren().addAll(blend(block, at), weights(block, at));
        }
        return chips;
    }

    private MenuButton blend(ComposeRecipe.Block block, int at) {
        return SettingChip.choice(
                "block-blend-" + at,
                texts.get("blend." + block.blend()),
                List.of("ranks", "scores"),
                value -> texts.get("blend." + value),
                chosen -> edits.change(at, old -> TypedRecipe.choices(old, old.seen(), chosen)));
    }

    private MenuButton weights(ComposeRecipe.Block block, int at) {
        return SettingChip.typed(
                "block-weights-" + at,
                TypedRecipe.weights(block),
                texts.get("export.weights"),
                TypedRecipe.weights(block),
                typed -> edits.change(at, old -> TypedRecipe.weights(old, typed)));
    }

    private String seen(String value) {
        return texts.get("seen." + (value.isEmpty() ? "usual" : value));
    }

    private MenuButton menu() {
        int at = getIndex();
        MenuButton menu = new MenuButton();
        menu.setGraphic(Icons.of(Feather.MORE_VERTICAL));
        menu.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        menu.setAccessibleText(texts.get("export.block.menu", at + 1));
        menu.getItems()
                .setAll(
                        item("export.up", () -> edits.move(at, at - 1)),
                        item("export.down", () -> edits.move(at, at + 1)),
                        item("export.duplicate", () -> edits.duplicate(at)),
                        item("export.remove", () -> edits.remove(at)));
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    /** A bar with the block's contribution to the score, after those of the blocks before it, as last computed. */
    private Node share(ComposeRecipe.Block block) {
        Label figure = new Label("–");
        figure.getStyleClass().add("block-share");
        Pane track = new Pane();
        track.getStyleClass().add("share-track");
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox row = new HBox(8, track, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        ExportModel.Judged judged = model.judgedProperty().get();
        // The computed shares may belong to another recipe.
        if (judged == null
                || getIndex() >= judged.blocks().size()
                || !judged.blocks().get(getIndex()).equals(block)) {
            return row;
        }
        Composition whole = judged.scored().whole();
        double[] parts = whole.parts();
        double before = 0;
        for (int b = 0; b < getIndex(); b++) {
            before += parts[b];
        }
        double all = Math.max(whole.score(), 1e-12);
        double share = parts[getIndex()] / all;
        fill(track, before / all, share);
        figure.setText(BareNumbers.figure(parts[getIndex()]) + "  " + Numbers.percent(share, 0));
        Tips.on(
                row,
                texts.get(
                        "export.alone",
                        BareNumbers.figure(
                                judged.scored().alone().get(getIndex()).score())));
        return row;
    }

    /** Fills a part of the track; {@code from} and {@code share} are relative to its length. */
    private void fill(Pane track, double from, double share) {
        Region bar = new Region();
        bar.getStyleClass().addAll("share-bar", BlockColours.of(getIndex()));
        track.widthProperty().addListener((o, was, is) -> {
            bar.relocate(from * is.doubleValue(), 0);
            bar.resize(Math.max(share > 0 ? 2 : 0, share * is.doubleValue()), TRACK);
        });
        bar.setManaged(false);
        track.getChildren().add(bar);
    }
}
