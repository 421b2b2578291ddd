package dev.nara.ui.child;

import dev.nara.text.Numbers;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.child.ChildModel.Near;
import dev.nara.ui.child.ChildModel.Part;
import dev.nara.ui.child.ChildModel.Place;
import dev.nara.ui.child.ChildModel.Viewing;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/** The Child workspace: a searchable list of children; for the chosen one attributes, list and history. */
final class ChildView {
    private final ChildModel model;
    private final Texts texts;
    private final SplitPane root;

    ChildView(ChildModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = new SplitPane(children(), details());
        root.setId("child-workspace");
        root.setDividerPositions(0.24);
    }

    Region root() {
        return root;
    }

    private Node children() {
        CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
        search.setId("child-search");
        search.promptTextProperty().bind(texts.binding("child.search"));
        FilteredList<Child> found = new FilteredList<>(model.children());
        search.textProperty().addListener((o, was, is) -> found.setPredicate(child -> matches(child, is)));
        ListView<Child> list = new ListView<>(found);
        list.setId("children");
        Label empty = new Label();
        empty.textProperty().bind(texts.binding("child.empty"));
        empty.getStyleClass().add("empty-text");
        list.setPlaceholder(empty);
        list.setCellFactory(view -> new ChildCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.chosenProperty().set(is);
            }
        });
        model.chosenProperty().addListener((o, was, is) -> select(list, is));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(search, list);
        side.getStyleClass().add("side");
        side.setMinWidth(230);
        SplitPane.setResizableWithParent(side, false);
        return side;
    }

    private static void select(ListView<Child> list, @Nullable Child child) {
        if (child == null) {
            list.getSelectionModel().clearSelection();
        } else if (!child.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(child);
        }
    }

    /** Every word must begin the id or one of the attributes. */
    private static boolean matches(Child child, String search) {
        List<String> values =
                new ArrayList<>(List.of(child.words().toLowerCase(Locale.ROOT).split(" · ", -1)));
        values.add(child.id().toLowerCase(Locale.ROOT));
        for (String word : search.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (values.stream().noneMatch(value -> value.startsWith(word))) {
                return false;
            }
        }
        return true;
    }

    private final class ChildCell extends ListCell<Child> {
        private final Label id = new Label();
        private final Label words = new Label();
        private final VBox box = new VBox(id, words);

        ChildCell() {
            id.getStyleClass().add("cell-title");
            words.getStyleClass().add("cell-detail");
            words.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Child child, boolean empty) {
            super.updateItem(child, empty);
            if (empty || child == null) {
                setGraphic(null);
            } else {
                id.setText(child.id() + "   " + texts.get("child.views", Numbers.grouped(child.views())));
                words.setText(child.words());
                setGraphic(box);
            }
        }
    }

    private Node details() {
        Label name = new Label();
        name.textProperty()
                .bind(model.chosenProperty()
                        .map(child -> texts.get("child.name", child.id()))
                        .orElse(""));
        name.getStyleClass().add("workspace-title");
        Label summary = label(model.summaryProperty());
        summary.setWrapText(true);
        summary.getStyleClass().add("child-summary");
        VBox head = new VBox(name, summary);
        head.getStyleClass().add("head-column");
        SplitPane tables = new SplitPane(list(), below());
        tables.setOrientation(Orientation.VERTICAL);
        tables.setDividerPositions(0.58);
        VBox.setVgrow(tables, Priority.ALWAYS);
        return new VBox(head, tables);
    }

    private static Label label(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        return label;
    }

    private Node list() {
        TableView<Place> table = Tables.table("recommendations", texts, "child.list.empty");
        table.setItems(model.list());
        table.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.rank", 50, p -> p.entry().rank(), Numbers::grouped),
                        Tables.text(texts, "column.item", 70, Place::item),
                        Tables.text(texts, "column.title", 280, Place::title),
                        Tables.text(texts, "column.series", 160, Place::series),
                        Tables.text(texts, "column.genre", 90, Place::genre),
                        Tables.number(texts, "column.score", 80, p -> p.entry().score(), Numbers::figure),
                        Tables.text(texts, "column.marks", 110, this::marks)));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> model.explainedProperty()
                .set(is));
        return section("child.list", label(model.listTitleProperty()), table);
    }

    private String marks(Place place) {
        return (place.entry().heldOut() ? "★ " + texts.get("mark.held.out") + " " : "")
                + (place.entry().seen() ? "✓ " + texts.get("mark.seen") : "");
    }

    /** The history, the held-out albums' ranks, and why the chosen album of the list stands where it does. */
    private Node below() {
        TabPane pages = new TabPane(
                Tables.page(texts, "child.history", history()),
                Tables.page(texts, "child.held.out", heldOut()),
                Tables.page(texts, "child.why", why()));
        pages.setId("child-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return pages;
    }

    private Node heldOut() {
        TableView<HeldOut> table = Tables.table("held-out", texts, "child.held.out.empty");
        table.setItems(model.heldOut());
        table.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.rank", 80, HeldOut::rank, Numbers::grouped),
                        Tables.text(texts, "column.item", 80, HeldOut::item),
                        Tables.text(texts, "column.title", 420, HeldOut::title),
                        Tables.text(texts, "column.genre", 120, HeldOut::genre)));
        return table;
    }

    private Node why() {
        TableView<Part> parts = Tables.table("why-parts", texts, "child.why.empty");
        parts.setItems(model.parts());
        parts.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.reason", 110, Part::kind),
                        Tables.text(texts, "column.of", 220, Part::of),
                        Tables.number(texts, "column.amount", 90, Part::amount, Numbers::signed)));
        TableView<Near> near = Tables.table("why-near", texts, "child.near.empty");
        near.setItems(model.nearest());
        near.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.near", 320, Near::title),
                        Tables.number(texts, "column.cosine", 80, Near::cosine, Numbers::figure)));
        SplitPane tables = new SplitPane(parts, near);
        VBox.setVgrow(tables, Priority.ALWAYS);
        Label title = label(model.whyTitleProperty());
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        VBox page = new VBox(title, tables);
        page.getStyleClass().add("compare-page");
        return page;
    }

    private Node history() {
        TableView<Viewing> table = Tables.table("history", texts, "child.history.empty");
        table.setItems(model.history());
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.time", 130, Viewing::time),
                        Tables.text(texts, "column.item", 70, Viewing::item),
                        Tables.text(texts, "column.title", 320, Viewing::title),
                        Tables.text(texts, "column.genre", 90, Viewing::genre),
                        Tables.number(texts, "column.repeat", 70, Viewing::repeat, Numbers::grouped),
                        Tables.text(
                                texts, "column.marks", 90, v -> v.heldOut() ? "★ " + texts.get("mark.held.out") : "")));
        return table;
    }

    private Node section(String key, Label detail, TableView<?> table) {
        Label title = new Label();
        title.textProperty().bind(texts.binding(key));
        title.getStyleClass().add("section-title");
        detail.getStyleClass().add("section-detail");
        HBox head = new HBox(title, detail);
        head.getStyleClass().add("head-row");
        VBox section = new VBox(head, table);
        section.getStyleClass().add("section");
        VBox.setVgrow(table, Priority.ALWAYS);
        return section;
    }
}
