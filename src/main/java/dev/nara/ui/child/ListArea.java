package dev.nara.ui.child;

import dev.nara.ui.child.ChildModel.Beside;
import dev.nara.ui.child.ChildModel.Tried;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list on screen: as cards, as a table, or as the cards of two runs side by side. */
final class ListArea extends StackPane {
    private final ChildModel model;
    private final ObservableList<ListPlace> shown = FXCollections.observableArrayList();
    private final CardGrid cards;
    private final CardGrid others;
    private final TableView<ListPlace> table;
    private final ObservableBooleanValue asTable;
    private final Label here = new Label();
    private final Label there = new Label();
    private final VBox besides;
    private final HBox both;

    ListArea(ChildModel model, Texts texts, ObservableValue<Theme> theme, ObservableBooleanValue asTable) {
        this.model = model;
        this.asTable = asTable;
        cards = new CardGrid(texts, theme);
        cards.setId("album-cards");
        others = new CardGrid(texts, theme);
        others.setId("beside-cards");
        table = ListTable.of(shown, model, texts);
        VBox own = half(here, cards);
        besides = half(there, others);
        both = new HBox(16, own, besides);
        HBox.setHgrow(own, Priority.ALWAYS);
        HBox.setHgrow(besides, Priority.ALWAYS);
        getChildren().setAll(both, table);
        cards.onChoose(model.explainedProperty()::set);
        others.onChoose(place -> model.list().stream()
                .filter(own1 -> own1.entry().item() == place.entry().item())
                .findFirst()
                .ifPresent(model.explainedProperty()::set));
        listen();
        show();
    }

    private static VBox half(Label heading, CardGrid grid) {
        heading.getStyleClass().add("strong");
        ScrollPane scroll = new LiveScroll(grid);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("card-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox half = new VBox(6, heading, scroll);
        half.setMinWidth(0);
        half.setPrefWidth(0);
        return half;
    }

    private void listen() {
        model.list().addListener((ListChangeListener<ListPlace>) change -> show());
        model.triedProperty().addListener((o, was, is) -> show());
        model.besideProperty().addListener((o, was, is) -> show());
        model.genresProperty().addListener((o, was, is) -> show());
        asTable.addListener((o, was, is) -> show());
        model.explainedProperty().addListener((o, was, is) -> mark());
    }

    /** Shows the names of the two runs above their lists. */
    void name(Function<dev.nara.store.entry.StoredRun, String> names) {
        Beside beside = model.besideProperty().get();
        dev.nara.store.entry.StoredRun run = model.runProperty().get();
        here.setText(run == null ? "" : names.apply(run));
        there.setText(beside == null ? "" : names.apply(beside.run()));
    }

    private void show() {
        Tried tried = model.triedProperty().get();
        Beside beside = model.besideProperty().get();
        boolean tables = asTable.get() && beside == null;
        table.setVisible(tables);
        both.setVisible(!tables);
        besides.setVisible(beside != null);
        besides.setManaged(beside != null);
        here.setVisible(beside != null);
        here.setManaged(beside != null);
        shown.setAll(tried == null ? model.list() : tried.list());
        cards.show(shown, model.genresProperty().get());
        others.show(
                beside == null ? List.of() : beside.list(),
                model.genresProperty().get());
        mark();
    }

    private void mark() {
        ListPlace place = model.explainedProperty().get();
        int item = place == null ? -1 : place.entry().item();
        cards.mark(item);
        others.mark(item);
    }
}
