package dev.nara.ui.child;

import dev.nara.text.Numbers;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.child.ChildModel.Near;
import dev.nara.ui.child.ChildModel.Part;
import dev.nara.ui.child.ChildModel.Place;
import dev.nara.ui.child.ChildModel.Viewing;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/** The Child workspace: a searchable list of children; for the chosen one attributes, list and history. */
final class ChildView {
    private final ChildModel model;
    private final Texts texts;
    private final SplitPane root;

    private final Requests requests;
    private final Pseudonymiser masks;
    private final Pages pages;

    /** What people can ask for here. */
    interface Requests {
        /** The chosen child to be watched by runs that begin later, or no longer. */
        void watch(boolean watched);

        /** Any child. */
        void random();

        /** What becomes of the explained album without single ones of the history. */
        void without();
    }

    /** Pages of their own. */
    record Pages(Node learning, Node counterfactual, Node beside, Node album) {}

    ChildView(ChildModel model, Texts texts, Pseudonymiser masks, Requests requests, Pages pages) {
        this.masks = masks;
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        this.pages = pages;
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
        SortedList<Child> sorted = new SortedList<>(found);
        sorted.setComparator(order());
        model.orderProperty().addListener((o, was, is) -> sorted.setComparator(order()));
        model.figuresProperty().addListener((o, was, is) -> sorted.setComparator(order()));
        model.watchedProperty().addListener((o, was, is) -> sorted.setComparator(order()));
        model.canariesProperty().addListener((o, was, is) -> sorted.setComparator(order()));
        ListView<Child> list = new ListView<>(sorted);
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
        model.figuresProperty().addListener((o, was, is) -> list.refresh());
        model.canariesProperty().addListener((o, was, is) -> list.refresh());
        ComboBox<ChildModel.Order> order = new ComboBox<>();
        order.setId("child-order");
        order.getItems().setAll(ChildModel.Order.values());
        Words.show(order, texts, o -> texts.get("order." + o));
        order.valueProperty().bindBidirectional(model.orderProperty());
        order.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(order, Priority.ALWAYS);
        Button random = new Button();
        random.setId("child-random");
        random.textProperty().bind(texts.binding("child.random"));
        random.setOnAction(e -> requests.random());
        random.setMinWidth(Region.USE_PREF_SIZE);
        HBox finding = new HBox(order, random);
        finding.getStyleClass().add("finding-row");
        VBox side = new VBox(search, finding, list);
        side.getStyleClass().add("side");
        side.setMinWidth(230);
        SplitPane.setResizableWithParent(side, false);
        return side;
    }

    /** Who comes first, as people wish. */
    private Comparator<Child> order() {
        Map<Integer, Double> figures = model.figuresProperty().get();
        return switch (model.orderProperty().get()) {
            case ID -> Comparator.comparingInt(Child::user);
            case VIEWS -> Comparator.comparingInt((Child c) -> -c.views()).thenComparingInt(Child::user);
            case WORST ->
                Comparator.comparingDouble((Child c) -> figures.getOrDefault(c.user(), Double.MAX_VALUE))
                        .thenComparingInt(Child::user);
            case BEST ->
                Comparator.comparingDouble((Child c) -> -figures.getOrDefault(c.user(), -1.0))
                        .thenComparingInt(Child::user);
            case WATCHED ->
                Comparator.comparing(
                                (Child c) -> !model.canariesProperty().get().containsKey(c.user())
                                        && !model.watchedProperty().get().contains(c.id()))
                        .thenComparingInt(Child::user);
        };
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
                boolean canary = model.canariesProperty().get().containsKey(child.user())
                        || model.watchedProperty().get().contains(child.id());
                Double figure = model.figuresProperty().get().get(child.user());
                id.setText((canary ? "● " : "") + masks.user(child.id()) + "   "
                        + texts.get("child.views", Numbers.grouped(child.views()))
                        + (figure == null ? "" : "   " + Numbers.figure(figure)));
                words.setText(masks.onProperty().get() ? texts.get("child.masked") : child.words());
                setGraphic(box);
            }
        }
    }

    private Node details() {
        Label name = new Label();
        name.textProperty()
                .bind(model.chosenProperty()
                        .map(child -> texts.get("child.name", masks.user(child.id())))
                        .orElse(""));
        name.setId("child-name");
        name.getStyleClass().add("workspace-title");
        Label summary = label(model.summaryProperty());
        summary.setWrapText(true);
        summary.getStyleClass().add("child-summary");
        masks.onProperty().addListener((o, was, is) -> {
            Child kept = model.chosenProperty().get();
            model.chosenProperty().set(null);
            model.chosenProperty().set(kept);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(name, gap, scrubber());
        first.getStyleClass().add("head-row");
        VBox head = new VBox(first, summary);
        head.getStyleClass().add("head-column");
        SplitPane tables = new SplitPane(list(), below());
        tables.setOrientation(Orientation.VERTICAL);
        tables.setDividerPositions(0.5);
        VBox.setVgrow(tables, Priority.ALWAYS);
        return new VBox(head, tables);
    }

    /** Watches the chosen child, and goes back through the epochs of one that is watched. */
    private Node scrubber() {
        ToggleButton watch = new ToggleButton();
        watch.setId("child-watch");
        watch.textProperty().bind(texts.binding("child.watch"));
        watch.setTooltip(new Tooltip());
        watch.getTooltip().textProperty().bind(texts.binding("child.watch.help"));
        Runnable follow = () -> {
            Child child = model.chosenProperty().get();
            watch.setDisable(child == null);
            watch.setSelected(child != null && model.watchedProperty().get().contains(child.id()));
        };
        model.chosenProperty().addListener((o, was, is) -> follow.run());
        model.watchedProperty().addListener((o, was, is) -> follow.run());
        watch.setOnAction(e -> requests.watch(watch.isSelected()));
        Slider slider = new Slider(0, 0, 0);
        slider.setId("child-epochs");
        slider.setBlockIncrement(1);
        slider.setPrefWidth(220);
        slider.accessibleTextProperty().bind(texts.binding("child.epochs"));
        slider.visibleProperty().bind(model.momentsProperty().map(all -> all.size() > 1));
        slider.managedProperty().bind(slider.visibleProperty());
        model.momentsProperty().addListener((o, was, is) -> {
            slider.setMax(Math.max(0, is.size() - 1));
            slider.setValue(model.momentProperty().get());
        });
        slider.valueProperty()
                .addListener((o, was, is) -> model.momentProperty().set((int) Math.round(is.doubleValue())));
        model.momentProperty().addListener((o, was, is) -> {
            if (Math.round(slider.getValue()) != is.intValue()) {
                slider.setValue(is.intValue());
            }
        });
        HBox row = new HBox(slider, watch);
        row.getStyleClass().add("head-row");
        return row;
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
                        Tables.number(texts, "column.rank", 62, p -> p.entry().rank(), Numbers::grouped),
                        Tables.text(texts, "column.moved", 64, Place::moved),
                        Tables.text(texts, "column.item", 70, Place::item),
                        Tables.text(texts, "column.title", 280, Place::title),
                        Tables.text(texts, "column.series", 160, Place::series),
                        Tables.text(texts, "column.genre", 90, Place::genre),
                        Tables.number(texts, "column.score", 80, p -> p.entry().score(), ChildView::score),
                        Tables.text(texts, "column.marks", 110, this::marks)));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> model.explainedProperty()
                .set(is));
        GridView<Place> cards = AlbumCards.of(model, texts);
        ToggleButton asCards = new ToggleButton();
        asCards.setId("child-cards");
        asCards.textProperty().bind(texts.binding("child.cards"));
        cards.visibleProperty().bind(asCards.selectedProperty());
        table.visibleProperty().bind(asCards.selectedProperty().not());
        return section("child.list", label(model.listTitleProperty()), asCards, new StackPane(table, cards));
    }

    /** Lists of earlier epochs have no scores. */
    private static String score(Number score) {
        return Float.isNaN(score.floatValue()) ? "" : Numbers.figure(score);
    }

    private String marks(Place place) {
        return (place.entry().heldOut() ? "★ " + texts.get("mark.held.out") + " " : "")
                + (place.entry().seen() ? "✓ " + texts.get("mark.seen") : "");
    }

    /** The history, the held-out albums' ranks, and why the chosen album of the list stands where it does. */
    private Node below() {
        Tab learning = Tables.page(texts, "child.learning", pages.learning());
        TabPane tabs = new TabPane(
                Tables.page(texts, "child.history", history()),
                Tables.page(texts, "child.held.out", heldOut()),
                Tables.page(texts, "child.why", why()),
                learning,
                Tables.page(texts, "child.whatif", pages.counterfactual()),
                Tables.page(texts, "child.beside", pages.beside()),
                Tables.page(texts, "child.album", pages.album()));
        tabs.setId("child-pages");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        model.learningSeenProperty().bind(learning.selectedProperty());
        return tabs;
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
                        Tables.text(texts, "column.of", 110, Part::of),
                        Tables.number(texts, "column.amount", 90, Part::amount, Numbers::signed)));
        TableView<Near> near = Tables.table("why-near", texts, "child.near.empty");
        near.setItems(model.nearest());
        near.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.near", 320, Near::title),
                        Tables.number(texts, "column.cosine", 80, Near::cosine, Numbers::figure)));
        TableView<ChildModel.Without> without = Tables.table("why-without", texts, "child.without.empty");
        without.setItems(model.without());
        without.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.without", 170, ChildModel.Without::title),
                        Tables.number(texts, "column.change", 88, ChildModel.Without::score, Numbers::signed),
                        Tables.text(
                                texts,
                                "column.rank",
                                100,
                                w -> Numbers.grouped(w.rank()) + " → " + Numbers.grouped(w.rankWithout()))));
        Button ask = new Button();
        ask.setId("why-ask");
        ask.textProperty().bind(texts.binding("child.without.ask"));
        ask.disableProperty().bind(model.explainedProperty().isNull());
        ask.setOnAction(e -> requests.without());
        VBox.setVgrow(without, Priority.ALWAYS);
        VBox asking = new VBox(ask, without);
        asking.getStyleClass().add("section");
        SplitPane tables = new SplitPane(parts, near, asking);
        tables.setDividerPositions(0.34, 0.64);
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
                        Tables.number(
                                texts,
                                "column.session",
                                60,
                                Viewing::session,
                                n -> n.intValue() == 0 ? "" : Numbers.grouped(n)),
                        Tables.text(texts, "column.item", 64, Viewing::item),
                        Tables.text(texts, "column.title", 240, Viewing::title),
                        Tables.text(texts, "column.series", 110, Viewing::series),
                        Tables.text(texts, "column.genre", 80, Viewing::genre),
                        Tables.number(
                                texts,
                                "column.watched",
                                70,
                                Viewing::share,
                                n -> Double.isNaN(n.doubleValue()) ? "" : Numbers.percent(n.doubleValue(), 0)),
                        Tables.number(texts, "column.repeat", 60, Viewing::repeat, Numbers::grouped),
                        Tables.text(texts, "column.marks", 130, this::marks)));
        return table;
    }

    private String marks(Viewing viewing) {
        return viewing.heldOut()
                ? "★ " + texts.get("mark.held.out")
                : viewing.trained() ? texts.get("mark.trained") : texts.get("mark.left.out");
    }

    private Node section(String key, Label detail, Node button, Node table) {
        Label title = new Label();
        title.textProperty().bind(texts.binding(key));
        title.getStyleClass().add("section-title");
        detail.getStyleClass().add("section-detail");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, detail, gap, button);
        head.getStyleClass().add("head-row");
        VBox section = new VBox(head, table);
        section.getStyleClass().add("section");
        VBox.setVgrow(table, Priority.ALWAYS);
        return section;
    }
}
