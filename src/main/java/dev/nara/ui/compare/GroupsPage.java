package dev.nara.ui.compare;

import dev.nara.analysis.GroupGaps;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Groups of children and items, ranked by the certainty of the difference between the two best settings. */
final class GroupsPage {
    private final CompareModel model;
    private final Texts texts;
    private final ChildrenPage children;
    private final TableView<GroupGaps.Gap> table;
    private final Region root;

    /** {@code groupItems} adds groups of items, {@code open} shows the children of the selected group. */
    GroupsPage(CompareModel model, Texts texts, ChildrenPage children, Runnable groupItems, Runnable open) {
        this.model = model;
        this.texts = texts;
        this.children = children;
        table = table(open);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(table, below(groupItems));
        page.getStyleClass().add("compare-page");
        root = page;
        table.setItems(model.groups());
    }

    Region root() {
        return root;
    }

    private TableView<GroupGaps.Gap> table(Runnable open) {
        TableView<GroupGaps.Gap> groups = Tables.table("compare-user-groups", texts, "compare.groups.empty");
        groups.getColumns().addAll(columns());
        groups.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                children.within(
                        texts.of(is.group().value()), Set.copyOf(is.group().members()));
            }
        });
        groups.setRowFactory(view -> {
            TableRow<GroupGaps.Gap> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    open.run();
                }
            });
            return row;
        });
        return groups;
    }

    private List<TableColumn<GroupGaps.Gap, ?>> columns() {
        PairHeads heads = new PairHeads(model, texts);
        return List.of(
                Tables.text(texts, "column.group", 220, g -> texts.of(g.group().value())),
                Tables.number(
                        texts, "column.children", 80, g -> g.group().members().size(), Numbers::grouped),
                heads.first(GroupGaps.Gap::first, GroupsPage::figure),
                heads.second(GroupGaps.Gap::second, GroupsPage::figure),
                Tables.number(
                        texts,
                        "column.difference",
                        90,
                        GroupGaps.Gap::difference,
                        d -> BareNumbers.signed(d.doubleValue(), 3)),
                Tables.text(
                        texts,
                        "column.interval",
                        150,
                        g -> Verdicts.interval(
                                g.comparison().low(), g.comparison().high())),
                Tables.number(texts, "column.p", 80, GroupGaps.Gap::corrected, p -> Numbers.chance(p.doubleValue())),
                Tables.text(texts, "column.verdict", 120, g -> Verdicts.of(texts, g, model.verdict())));
    }

    private static String figure(Number figure) {
        return BareNumbers.figure(figure.doubleValue());
    }

    private Node below(Runnable groupItems) {
        Label help = Labels.of(texts.binding("compare.groups.help"), "cell-detail");
        help.setMinWidth(0);
        HBox.setHgrow(help, Priority.ALWAYS);
        help.setMaxWidth(Double.MAX_VALUE);
        Button items = Tables.button(texts, "compare-item-groups", "compare.item.groups", groupItems);
        items.setMinWidth(Region.USE_PREF_SIZE);
        items.disableProperty().bind(Bindings.isEmpty(model.groups()).or(model.evaluatingProperty()));
        HBox below = new HBox(help, items);
        below.getStyleClass().add("head-row");
        return below;
    }
}
