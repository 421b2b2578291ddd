package dev.nara.ui.child;

import dev.nara.text.Text;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Order;
import dev.nara.ui.child.ChildModel.Scored;
import dev.nara.ui.child.ChildRows.Group;
import dev.nara.ui.child.ChildRows.One;
import dev.nara.ui.child.ChildRows.Row;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of all children in groups, with search, order and filter; the selected one is on screen. */
final class ChildRail extends VBox {
    private static final double WIDTH = 244;
    private static final double ROW = 24;
    private static final List<Integer> LEAST = List.of(0, 1, 5);

    private final ChildModel model;
    private final Texts texts;
    private final ChildWords words;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Set<Group> open = EnumSet.noneOf(Group.class);
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final ListView<Row> list = new ListView<>(rows);
    private final Placeholder nothing;
    private boolean filling;
    /** Whether the list has not yet been scrolled to the selected child. */
    private boolean unseen = true;

    ChildRail(ChildModel model, Texts texts, ChildWords words, ObservableValue<Boolean> masked) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.nothing = new Placeholder(texts);
        setId("child-rail");
        getStyleClass().add("child-rail");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        getChildren().addAll(search(masked), chips(), head(), list(), new ScoresFoot(model, texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        for (ObservableValue<?> each : List.of(
                model.orderProperty(),
                model.leastHeldOutProperty(),
                model.scoredProperty(),
                model.watchedProperty(),
                model.watchedListsProperty(),
                model.listingProperty(),
                model.figuresReadProperty(),
                texts.localeProperty(),
                masked)) {
            each.addListener((o, was, is) -> fill());
        }
        model.children().addListener((ListChangeListener<Child>) change -> fill());
        model.chosenProperty().addListener((o, was, is) -> {
            unseen = true;
            boolean listed = rows.stream()
                    .anyMatch(row -> row instanceof One one && one.child().equals(is));
            if (listed || is == null) {
                select(is);
            } else {
                fill();
            }
        });
        fill();
    }

    /** Moves the focus to the search field. */
    void toSearch() {
        search.requestFocus();
    }

    private Node search(ObservableValue<Boolean> masked) {
        search.setId("child-search");
        search.setLeft(Icons.of(Feather.SEARCH));
        search.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(masked.getValue() ? "child.search.masked" : "child.search"),
                        texts.localeProperty(),
                        masked));
        search.accessibleTextProperty().bind(search.promptTextProperty());
        search.textProperty().addListener((o, was, is) -> fill());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                e.consume();
            }
        });
        return search;
    }

    private Node chips() {
        MenuButton order = new MenuButton();
        order.setId("child-order");
        order.getStyleClass().addAll("chip", "on");
        ToggleGroup orders = new ToggleGroup();
        for (Order each : Order.values()) {
            order.getItems().add(choice("order." + each, orders, each == Order.WORST, () -> model.orderProperty()
                    .set(each)));
        }
        order.textProperty()
                .bind(Bindings.createStringBinding(
                        this::ordered, model.orderProperty(), model.scoredProperty(), texts.localeProperty()));
        MenuButton least = new MenuButton();
        least.setId("child-least");
        least.getStyleClass().add("chip");
        ToggleGroup all = new ToggleGroup();
        for (int each : LEAST) {
            least.getItems().add(choice("least." + each, all, each == 0, () -> model.leastHeldOutProperty()
                    .set(each)));
        }
        least.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("least." + model.leastHeldOutProperty().get()),
                        model.leastHeldOutProperty(),
                        texts.localeProperty()));
        HBox chips = new HBox(order, least);
        chips.getStyleClass().add("rail-chips");
        return chips;
    }

    /** The text of the order; by views if there are no figures. */
    private String ordered() {
        Order order = model.orderProperty().get();
        boolean byFigure = order == Order.WORST || order == Order.BEST;
        return byFigure && !model.scoredProperty().get().known()
                ? texts.get("child.order.views")
                : texts.get("order." + order);
    }

    private RadioMenuItem choice(String key, ToggleGroup group, boolean selected, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem();
        item.textProperty().bind(texts.binding(key));
        item.setToggleGroup(group);
        item.setSelected(selected);
        item.setOnAction(e -> choose.run());
        return item;
    }

    private Node head() {
        Label metric = Labels.of(model.scoredProperty().map(Scored::metric), "rail-metric");
        metric.visibleProperty().bind(model.scoredProperty().map(Scored::known));
        metric.managedProperty().bind(metric.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                Labels.of(texts.binding("child.column")), gap, Labels.of(texts.binding("child.views.column")), metric);
        head.getStyleClass().add("rail-head");
        return head;
    }

    private Node list() {
        list.setId("children");
        list.setFixedCellSize(ROW);
        list.accessibleTextProperty().bind(texts.binding("child.column"));
        list.setPlaceholder(nothing);
        list.setCellFactory(view -> new ChildRow(model, words, texts, group -> {
            open.add(group);
            fill();
        }));
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
                step(e.getCode() == KeyCode.UP ? -1 : 1);
                e.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!filling && is instanceof One one) {
                model.chosenProperty().set(one.child());
            }
        });
        return list;
    }

    /** Selects the next child in that direction, skipping headings. */
    void step(int direction) {
        int at = list.getSelectionModel().getSelectedIndex() + direction;
        while (at >= 0 && at < rows.size() && !(rows.get(at) instanceof One)) {
            at += direction;
        }
        if (at >= 0 && at < rows.size()) {
            list.getSelectionModel().select(at);
        }
    }

    private void fill() {
        String typed = search.getText().strip();
        int least = model.leastHeldOutProperty().get();
        Scored scored = model.scoredProperty().get();
        ChildRows.Source source = new ChildRows.Source(
                model.children(),
                scored,
                model.orderProperty().get(),
                model.watchedProperty().get(),
                model.watchedListsProperty().get().keySet(),
                open,
                model.chosenProperty().get() == null
                        ? -1
                        : model.chosenProperty().get().user());
        // A visible child is kept visible when the order moves it.
        unseen |= inSight(list.getSelectionModel().getSelectedIndex());
        filling = true;
        rows.setAll(ChildRows.of(
                source,
                child -> scored.heldOut(child) >= least && (typed.isEmpty() || words.matches(child, typed)),
                !typed.isEmpty()));
        filling = false;
        showPlaceholder(least);
        chooseFirst();
        select(model.chosenProperty().get());
    }

    /** Selects the first child with views, if none is selected and the figures were read. */
    private void chooseFirst() {
        if (model.chosenProperty().get() == null && model.figuresReadProperty().get()) {
            rows.stream()
                    .filter(row -> row instanceof One one && one.child().views() > 0)
                    .findFirst()
                    .ifPresent(row -> model.chosenProperty().set(((One) row).child()));
        }
    }

    private void showPlaceholder(int least) {
        switch (model.listingProperty().get()) {
            case NO_DATA -> nothing.empty(Text.of("child.no.data"), null);
            case LOADING -> nothing.loading(Text.of("child.loading"), null);
            case LISTED -> {
                if (model.children().isEmpty()) {
                    nothing.empty(Text.of("child.none"), null);
                } else {
                    nothing.filtered(
                            Text.of(least > 0 ? "child.filtered.held.out" : "child.filtered"),
                            new Placeholder.Step(Text.of("child.filter.clear"), this::clear));
                }
            }
        }
    }

    private void clear() {
        model.leastHeldOutProperty().set(0);
        search.clear();
    }

    private void select(@Nullable Child child) {
        int found = -1;
        for (int n = 0; n < rows.size() && found < 0; n++) {
            found = rows.get(n) instanceof One one
                            && child != null
                            && one.child().user() == child.user()
                    ? n
                    : -1;
        }
        filling = true;
        if (found < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != found) {
            list.getSelectionModel().select(found);
        }
        filling = false;
        if (unseen && found >= 0 && list.getHeight() > 0) {
            unseen = false;
            bringIntoView(found);
        }
    }

    /** Scrolls only if the row is not visible, so that a clicked row stays in place. */
    private void bringIntoView(int row) {
        if (!inSight(row)) {
            list.scrollTo(Math.max(0, row - (int) (list.getHeight() / ROW / 2)));
        }
    }

    private boolean inSight(int row) {
        return list.lookupAll(".list-cell").stream()
                .map(node -> (ListCell<?>) node)
                .anyMatch(cell -> cell.getIndex() == row
                        && !cell.isEmpty()
                        && cell.getBoundsInParent().getMaxY() <= list.getHeight());
    }
}
