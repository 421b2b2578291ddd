package dev.nara.ui.export;

import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The ledger of submissions, and the actions on files and entries. */
final class SubmissionsPane extends VBox {
    private final ExportModel model;
    private final Texts texts;
    private final TableView<LedgerEntry> ledger;
    private final HBox today = new HBox(4);
    private final Label left = new Label();

    /** The requests of this pane. */
    interface Requests extends LedgerTable.Edits {
        /** Checks a file. */
        void check();

        /** Adds a file from elsewhere to the ledger. */
        void bringIn();

        /** Compares a submission with another file. */
        void difference(LedgerEntry entry);

        /** Scores a submission on later months. */
        void simulate(LedgerEntry entry);
    }

    SubmissionsPane(ExportModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        this.ledger = new LedgerTable(model, texts, requests).table();
        ledger.setItems(model.ledger());
        ledger.setContextMenu(menu(requests));
        ledger.setRowFactory(table -> new LedgerTable.Row(texts));
        ledger.setMinHeight(0);
        setMinHeight(0);
        VBox.setVgrow(ledger, Priority.ALWAYS);
        getChildren().addAll(head(requests), ledger);
        getStyleClass().add("card");
        setPrefWidth(100);
        model.ledger().addListener((ListChangeListener<LedgerEntry>) change -> show());
        texts.localeProperty().addListener((o, was, is) -> {
            show();
            ledger.refresh();
        });
        show();
    }

    private Node head(Requests requests) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        today.setAlignment(Pos.CENTER_LEFT);
        left.getStyleClass().add("card-detail");
        left.setMinWidth(0);
        Label title = Labels.whole(texts.binding("export.ledger"), "card-title");
        Tips.wrapped(title, texts.binding("export.ledger.whom"));
        Button check = Tables.button(texts, "submission-check", "export.check", requests::check);
        Button bringIn = Tables.button(texts, "submission-import", "export.import", requests::bringIn);
        check.setMinWidth(USE_PREF_SIZE);
        bringIn.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, today, left, gap, check, bringIn);
        head.getStyleClass().add("card-head");
        return head;
    }

    private ContextMenu menu(Requests requests) {
        ContextMenu menu = new ContextMenu(
                item("submission-recipe", "export.recipe.again", entry -> again(entry)),
                item("submission-against", "export.against", requests::difference),
                item("submission-simulate", "export.simulate", requests::simulate));
        menu.setOnShowing(e -> menu.getItems()
                .forEach(item -> item.setDisable(ledger.getSelectionModel().getSelectedItem() == null)));
        return menu;
    }

    /** Puts the recipe of a submission on screen again; files from elsewhere have none. */
    private void again(LedgerEntry entry) {
        if (entry.recipe() != null) {
            model.filtersProperty().set(entry.recipe().filters());
            model.blocks().setAll(entry.recipe().blocks());
        }
    }

    private MenuItem item(String id, String key, Consumer<LedgerEntry> action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.binding(key));
        item.setOnAction(e -> {
            LedgerEntry entry = ledger.getSelectionModel().getSelectedItem();
            if (entry != null) {
                action.accept(entry);
            }
        });
        return item;
    }

    private void show() {
        int free = Ledger.leftToday(List.copyOf(model.ledger()));
        today.getChildren().clear();
        for (int n = 0; n < Ledger.A_DAY; n++) {
            Region square = new Region();
            square.getStyleClass().addAll("day-square", n < Ledger.A_DAY - free ? "used" : "free");
            today.getChildren().add(square);
        }
        left.setText(texts.get("export.left", free, Ledger.A_DAY));
    }
}
