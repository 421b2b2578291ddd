package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The recipe of lists: its blocks, ordered by dragging, the settings of the chosen one, and the filters of all. */
final class RecipePane extends SplitPane {
    private final ExportModel model;
    private final Texts texts;
    private final ListView<ComposeRecipe.Block> list = new ListView<>();
    private final RecipeFields fields;

    /** A block that can be added, with its name. */
    record Offer(String name, ComposeRecipe.Block block) {}

    /** What people can ask for here. */
    interface Requests {
        /** Blocks that can be added now. */
        List<Offer> offers();

        /** A recipe from a file. */
        void open();

        /** The recipe to be kept in a file. */
        void save();
    }

    RecipePane(ExportModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        fields = new RecipeFields(texts, this::changed);
        fill(list);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(Labels.of(texts.binding("export.blocks"), "section-title"), list, buttons(requests));
        left.getStyleClass().add("side");
        left.setMinWidth(220);
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        getItems().addAll(left, scroll);
        setDividerPositions(0.44);
        list.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> show());
        model.filtersProperty().addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> {
            list.refresh();
            show();
        });
        list.getSelectionModel().selectFirst();
        show();
    }

    private void fill(ListView<ComposeRecipe.Block> blocks) {
        blocks.setId("compose-blocks");
        blocks.setItems(model.blocks());
        blocks.accessibleTextProperty().bind(texts.binding("export.blocks"));
        Label empty = Labels.of(texts.binding("export.blocks.empty"), "empty-text");
        empty.setWrapText(true);
        blocks.setPlaceholder(empty);
        blocks.setCellFactory(view -> new BlockCell(texts, this::move));
    }

    private Node buttons(Requests requests) {
        MenuButton add = new MenuButton();
        add.setId("compose-add");
        add.textProperty().bind(texts.binding("export.add"));
        add.setOnShowing(e ->
                add.getItems().setAll(requests.offers().stream().map(this::item).toList()));
        // Without an entry it would not open at all.
        add.getItems().add(new MenuItem());
        FlowPane row = new FlowPane(
                add,
                Tables.button(texts, "compose-remove", "export.remove", this::remove),
                Tables.button(texts, "compose-up", "export.up", () -> move(-1)),
                Tables.button(texts, "compose-down", "export.down", () -> move(1)),
                Tables.button(texts, "compose-open", "export.recipe.open", requests::open),
                Tables.button(texts, "compose-save", "export.recipe.save", requests::save));
        row.getStyleClass().add("left-runs-buttons");
        return row;
    }

    private MenuItem item(Offer offer) {
        MenuItem item = new MenuItem(offer.name());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            model.blocks().add(offer.block());
            list.getSelectionModel().selectLast();
        });
        return item;
    }

    private void remove() {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at >= 0) {
            model.blocks().remove(at);
        }
    }

    private void move(int places) {
        int from = list.getSelectionModel().getSelectedIndex();
        move(from, from + places);
    }

    private void move(int from, int to) {
        int blocks = model.blocks().size();
        if (from != to && from >= 0 && to >= 0 && from < blocks && to < blocks) {
            ComposeRecipe.Block block = model.blocks().remove(from);
            model.blocks().add(to, block);
            list.getSelectionModel().clearAndSelect(to);
        }
    }

    /** Puts the chosen block and the filters into the fields. */
    private void show() {
        int at = list.getSelectionModel().getSelectedIndex();
        fields.fill(block(at), model.filtersProperty().get());
    }

    private ComposeRecipe.@Nullable Block block(int at) {
        return at >= 0 && at < model.blocks().size() ? model.blocks().get(at) : null;
    }

    /** Takes what stands in the fields; what makes no sense is put back. */
    private void changed() {
        int at = list.getSelectionModel().getSelectedIndex();
        ComposeRecipe.Block old = block(at);
        // Both are read before a change of either fills the fields anew.
        ComposeRecipe.Filters filters = fields.filters(model.filtersProperty().get());
        if (old != null) {
            ComposeRecipe.Block block = fields.block(old);
            if (!block.equals(old)) {
                model.blocks().set(at, block);
                list.getSelectionModel().clearAndSelect(at);
            }
        }
        model.filtersProperty().set(filters);
        show();
    }
}
