package dev.nara.ui.compare;

import dev.nara.analysis.UserDifference;
import dev.nara.chart.Scatter;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows which children gained and which lost between the two best settings: all children, or those of a group. */
final class ChildrenPage {
    private final CompareModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Pseudonymiser pseudonymiser;
    private final FilteredList<UserDifference> shownChildren;
    private final SortedList<UserDifference> sorted;
    private final TableView<UserDifference> table;
    private final StackPane childrenPlace = new StackPane();
    private final Label childrenTitle = new Label();
    private final Region root;
    private final WhenVisible drawing;
    private Consumer<Integer> child = user -> {};

    /** {@code seen} says whether the page is visible. */
    ChildrenPage(
            CompareModel model,
            Texts texts,
            ObjectProperty<Theme> theme,
            Pseudonymiser pseudonymiser,
            ObservableBooleanValue seen) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.pseudonymiser = pseudonymiser;
        shownChildren = new FilteredList<>(model.children());
        sorted = new SortedList<>(shownChildren);
        table = Tables.table("compare-children", texts, "compare.children.empty");
        SplitPane parts = new SplitPane(side(), childrenPlace);
        parts.setDividerPositions(0.6);
        root = parts;
        // Thousands of rows are laid out only while the page is visible.
        table.itemsProperty()
                .bind(Bindings.when(seen)
                        .then((ObservableList<UserDifference>) sorted)
                        .otherwise(FXCollections.emptyObservableList()));
        drawing = new WhenVisible(seen, this::draw);
        model.children().addListener((ListChangeListener<UserDifference>) change -> showChildren());
        theme.addListener((o, was, is) -> drawing.due());
        texts.localeProperty().addListener((o, was, is) -> showChildren());
    }

    Region root() {
        return root;
    }

    /** {@code handler} shows a child after a double click. */
    void onChild(Consumer<Integer> handler) {
        child = handler;
    }

    /** Shows only the children of a group, given by its name and their indices. */
    void within(String group, Set<Integer> members) {
        shownChildren.setPredicate(c -> members.contains(c.user()));
        sayChildren(group + ". ");
    }

    private Node side() {
        table.getColumns().addAll(columns());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        pseudonymiser.onProperty().addListener((o, was, is) -> table.refresh());
        table.setRowFactory(view -> {
            TableRow<UserDifference> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    child.accept(row.getItem().user());
                }
            });
            return row;
        });
        childrenTitle.getStyleClass().add("cell-detail");
        childrenTitle.setWrapText(true);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox side = new VBox(childrenTitle, table);
        side.getStyleClass().add("compare-page");
        return side;
    }

    private List<TableColumn<UserDifference, ?>> columns() {
        PairHeads heads = new PairHeads(model, texts);
        return List.of(
                Tables.text(texts, "column.child", 80, child -> pseudonymiser.user(child.id())),
                Tables.text(
                        texts,
                        "column.attributes",
                        220,
                        child -> pseudonymiser.onProperty().get() ? texts.get("child.masked") : child.words()),
                heads.first(UserDifference::first, ChildrenPage::figure),
                heads.second(UserDifference::second, ChildrenPage::figure),
                Tables.number(
                        texts,
                        "column.difference",
                        90,
                        UserDifference::difference,
                        d -> BareNumbers.signed(d.doubleValue(), 3)));
    }

    private static String figure(Number figure) {
        return BareNumbers.figure(figure.doubleValue());
    }

    private void showChildren() {
        shownChildren.setPredicate(null);
        sayChildren("");
        drawing.due();
    }

    private void draw() {
        childrenPlace.getChildren().clear();
        if (comparesTwo()) {
            List<Scatter.Point> points = model.children().stream()
                    .map(c -> new Scatter.Point(c.second(), c.first()))
                    .toList();
            childrenPlace
                    .getChildren()
                    .setAll(Charts.viewer(
                            Scatter.of(
                                    points,
                                    title(1),
                                    title(0),
                                    true,
                                    theme.get().palette()),
                            texts));
        }
    }

    private void sayChildren(String within) {
        long gained = shownChildren.stream().filter(c -> c.difference() > 0).count();
        long lost = shownChildren.stream().filter(c -> c.difference() < 0).count();
        childrenTitle.setText(
                comparesTwo()
                        ? within
                                + texts.get(
                                        "compare.children.title",
                                        title(0),
                                        title(1),
                                        Numbers.grouped(gained),
                                        Numbers.grouped(lost),
                                        Numbers.grouped(shownChildren.size() - gained - lost))
                        : "");
    }

    private boolean comparesTwo() {
        return model.verdict().isPresent() && !model.children().isEmpty();
    }

    private String title(int place) {
        return model.verdict()
                .map(verdict -> place == 0 ? verdict.first() : verdict.other())
                .map(standing -> standing.number() + " "
                        + model.namesProperty()
                                .get()
                                .of(standing.contender().runs().get(0), texts.locale()))
                .orElse("");
    }
}
