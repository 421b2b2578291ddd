package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.Submission;
import dev.nara.text.Text;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The recipe as a card: the block that usually fills each place, the blocks in order, and the filters of all lists. */
final class RecipePane extends VBox implements BlockCell.Edits {
    private final ExportModel model;
    private final Texts texts;
    private final ListView<ComposeRecipe.Block> list = new ListView<>();

    /** A block that can be added, with its name. */
    record Offer(String name, ComposeRecipe.Block block) {}

    /** The requests of this pane. */
    interface Requests {
        /** The blocks that can be added. */
        List<Offer> offers();

        /** Opens a recipe from a file. */
        void open();

        /** Saves the recipe to a file. */
        void save();

        /** Finds the numbers of items and the weights with the best score on the validation part. */
        void tune();
    }

    RecipePane(ExportModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        list.setId("compose-blocks");
        list.setItems(model.blocks());
        list.getStyleClass().addAll("edge-to-edge", "block-list");
        list.accessibleTextProperty().bind(texts.binding("export.blocks"));
        list.setPlaceholder(new Placeholder(texts).empty(Text.of("export.blocks.empty"), null));
        list.setCellFactory(view -> new BlockCell(model, texts, this));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(requests), new PlaceStrip(model, texts), list, new FilterChips(model, texts));
        getStyleClass().add("card");
        model.judgedProperty().addListener((o, was, is) -> list.refresh());
        texts.localeProperty().addListener((o, was, is) -> list.refresh());
        list.getSelectionModel().selectFirst();
    }

    private Node head(Requests requests) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MenuButton add = new MenuButton();
        add.setId("compose-add");
        add.textProperty().bind(texts.binding("export.add"));
        add.setOnShowing(e ->
                add.getItems().setAll(requests.offers().stream().map(this::item).toList()));
        // A menu without an entry would not open.
        add.getItems().add(new MenuItem());
        Button tune = Tables.button(texts, "compose-tune", "export.tune", requests::tune);
        tune.disableProperty()
                .bind(model.workingProperty().or(model.judgedProperty().isNull()));
        tune.setMinWidth(USE_PREF_SIZE);
        add.setMinWidth(USE_PREF_SIZE);
        Tips.on(tune, texts.binding("export.tune.help"));
        HBox head = new HBox(
                8,
                Labels.whole(texts.binding("export.recipe"), "card-title"),
                Labels.of(texts.binding("export.places", Submission.LENGTH), "card-detail"),
                gap,
                tune,
                add,
                more(requests));
        head.getStyleClass().setAll("card-head");
        head.setSpacing(6);
        return head;
    }

    private MenuButton more(Requests requests) {
        MenuItem open = new MenuItem();
        open.setId("compose-open");
        open.textProperty().bind(texts.binding("export.recipe.open"));
        open.setOnAction(e -> requests.open());
        MenuItem save = new MenuItem();
        save.setId("compose-save");
        save.textProperty().bind(texts.binding("export.recipe.save"));
        save.setOnAction(e -> requests.save());
        MenuButton more = new MenuButton();
        more.setId("compose-more");
        more.setGraphic(Icons.of(Feather.MORE_VERTICAL));
        more.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        more.accessibleTextProperty().bind(texts.binding("export.recipe.file"));
        more.getItems().setAll(open, save);
        return more;
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

    private void pressed(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
            move(at, at + (e.getCode() == KeyCode.UP ? -1 : 1));
            e.consume();
        } else if (e.getCode() == KeyCode.DELETE) {
            remove(at);
            e.consume();
        }
    }

    @Override
    public void change(int place, UnaryOperator<ComposeRecipe.Block> change) {
        ComposeRecipe.Block block = change.apply(model.blocks().get(place));
        if (!block.equals(model.blocks().get(place))) {
            model.blocks().set(place, block);
            list.getSelectionModel().clearAndSelect(place);
        }
    }

    @Override
    public void move(int from, int to) {
        int blocks = model.blocks().size();
        if (from != to && from >= 0 && to >= 0 && from < blocks && to < blocks) {
            ComposeRecipe.Block block = model.blocks().remove(from);
            model.blocks().add(to, block);
            list.getSelectionModel().clearAndSelect(to);
        }
    }

    @Override
    public void duplicate(int place) {
        model.blocks().add(place + 1, model.blocks().get(place));
    }

    @Override
    public void remove(int place) {
        if (place >= 0 && place < model.blocks().size()) {
            model.blocks().remove(place);
        }
    }
}
