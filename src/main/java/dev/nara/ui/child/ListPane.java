package dev.nara.ui.child;

import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;

/** The chosen child's list as a table or as cards; the selected place is explained. */
final class ListPane extends VBox {
    private final ChildModel model;
    private final Texts texts;
    private final ToggleButton asCards = new ToggleButton();

    ListPane(ChildModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        asCards.setId("child-cards");
        asCards.textProperty().bind(texts.binding("child.cards"));
        TableView<ListPlace> table = table();
        table.visibleProperty().bind(asCards.selectedProperty().not());
        GridView<ListPlace> cards = AlbumCards.of(model, texts);
        cards.visibleProperty().bind(asCards.selectedProperty());
        StackPane both = new StackPane(table, cards);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(head(), both);
        getStyleClass().add("section");
    }

    private Node head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                Labels.of(texts.binding("child.list"), "section-title"),
                Labels.of(model.listTitleProperty(), "section-detail"),
                gap,
                asCards);
        head.getStyleClass().add("head-row");
        return head;
    }

    private TableView<ListPlace> table() {
        TableView<ListPlace> table = Tables.table("recommendations", texts, "child.list.empty");
        table.setItems(model.list());
        table.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.rank", 62, p -> p.entry().rank(), Numbers::grouped),
                        Tables.text(texts, "column.moved", 64, ListPlace::moved),
                        Tables.text(texts, "column.item", 70, p -> p.album().id()),
                        Tables.text(texts, "column.title", 280, p -> p.album().title()),
                        Tables.text(texts, "column.series", 160, p -> p.album().series()),
                        Tables.text(texts, "column.genre", 90, p -> p.album().genre()),
                        Tables.number(texts, "column.score", 80, p -> p.entry().score(), ListPane::score),
                        Tables.text(texts, "column.marks", 110, p -> p.marks(texts))));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> model.why().explainedProperty().set(is));
        return table;
    }

    /** Lists of earlier epochs have no scores. */
    private static String score(Number score) {
        return Float.isNaN(score.floatValue()) ? "" : Numbers.figure(score);
    }
}
