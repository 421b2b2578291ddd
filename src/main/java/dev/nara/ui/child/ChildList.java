package dev.nara.ui.child;

import dev.nara.explain.UserFigures;
import dev.nara.text.Numbers;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/** All children, to be searched and put into an order; the selected one is the chosen one. */
final class ChildList extends VBox {
    private static final double WIDTH = 244;

    private final ChildModel model;
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final FilteredList<Child> found;

    /** {@code random} chooses any child. */
    ChildList(ChildModel model, Texts texts, Pseudonymiser pseudonymiser, Runnable random) {
        this.model = model;
        this.texts = texts;
        this.pseudonymiser = pseudonymiser;
        found = new FilteredList<>(model.children());
        ListView<Child> list = list();
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search(), finding(random), list);
        getStyleClass().add("side");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    private Node search() {
        CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
        search.setId("child-search");
        search.promptTextProperty().bind(texts.binding("child.search"));
        search.textProperty().addListener((o, was, is) -> found.setPredicate(child -> matches(child, is)));
        return search;
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

    private Node finding(Runnable random) {
        ComboBox<ChildModel.Order> order = new ComboBox<>();
        order.setId("child-order");
        order.getItems().setAll(ChildModel.Order.values());
        Words.show(order, texts, o -> texts.get("order." + o));
        order.valueProperty().bindBidirectional(model.orderProperty());
        order.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(order, Priority.ALWAYS);
        Button any = Tables.button(texts, "child-random", "child.random", random);
        any.setMinWidth(Region.USE_PREF_SIZE);
        HBox finding = new HBox(order, any);
        finding.getStyleClass().add("finding-row");
        return finding;
    }

    private ListView<Child> list() {
        SortedList<Child> sorted = new SortedList<>(found);
        sorted.setComparator(order());
        List.of(model.orderProperty(), model.figuresProperty(), model.watchedProperty(), model.watchedListsProperty())
                .forEach(property -> property.addListener((o, was, is) -> sorted.setComparator(order())));
        ListView<Child> list = new ListView<>(sorted);
        list.setId("children");
        list.setPlaceholder(Labels.of(texts.binding("child.empty"), "empty-text"));
        list.setCellFactory(view -> new ChildCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.chosenProperty().set(is);
            }
        });
        model.chosenProperty().addListener((o, was, is) -> select(list, is));
        model.figuresProperty().addListener((o, was, is) -> list.refresh());
        model.watchedListsProperty().addListener((o, was, is) -> list.refresh());
        return list;
    }

    private Comparator<Child> order() {
        UserFigures figures = model.figuresProperty().get();
        return switch (model.orderProperty().get()) {
            case ID -> Comparator.comparingInt(Child::user);
            case VIEWS -> Comparator.comparingInt((Child c) -> -c.views()).thenComparingInt(Child::user);
            case WORST -> Comparator.comparing(Child::user, figures.lowestFirst());
            case BEST -> Comparator.comparing(Child::user, figures.highestFirst());
            case WATCHED -> Comparator.comparing((Child c) -> !watched(c)).thenComparingInt(Child::user);
        };
    }

    private boolean watched(Child child) {
        return model.watchedListsProperty().get().containsKey(child.user())
                || model.watchedProperty().get().contains(child.id());
    }

    private static void select(ListView<Child> list, @Nullable Child child) {
        if (child == null) {
            list.getSelectionModel().clearSelection();
        } else if (!child.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(child);
        }
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
                Double figure = model.figuresProperty().get().ofUser().get(child.user());
                id.setText((watched(child) ? "● " : "") + pseudonymiser.user(child.id()) + "   "
                        + texts.get("child.views", Numbers.grouped(child.views()))
                        + (figure == null ? "" : "   " + Numbers.figure(figure)));
                words.setText(pseudonymiser.onProperty().get() ? texts.get("child.masked") : child.words());
                setGraphic(box);
            }
        }
    }
}
