package dev.nara.ui.compare;

import dev.nara.analysis.UserGroups;
import dev.nara.eval.Significance;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Groups of children and of albums, ranked by how sure the difference of the two best is in each. */
final class SlicesPage {
    private final CompareModel model;
    private final Texts texts;
    private final ChildrenPage children;
    private final TableView<UserGroups.Gap> table;
    private final Tab tab;

    /** {@code groupItems} adds groups of albums, {@code open} shows the children of the chosen group. */
    SlicesPage(CompareModel model, Texts texts, ChildrenPage children, Runnable groupItems, Runnable open) {
        this.model = model;
        this.texts = texts;
        this.children = children;
        table = Tables.table("compare-slices", texts, "compare.slices.empty");
        tab = Tables.page(texts, "compare.slices", slices(groupItems, open));
        table.itemsProperty()
                .bind(Bindings.when(tab.selectedProperty())
                        .then(model.slices())
                        .otherwise(FXCollections.emptyObservableList()));
    }

    Tab tab() {
        return tab;
    }

    private Node slices(Runnable groupItems, Runnable open) {
        table.getColumns()
                .addAll(List.of(
                        Tables.text(
                                texts,
                                "column.slice",
                                220,
                                g -> texts.of(g.group().value())),
                        Tables.number(
                                texts,
                                "column.children",
                                80,
                                g -> g.group().members().size(),
                                Numbers::grouped),
                        Tables.number(texts, "column.first", 80, UserGroups.Gap::first, Numbers::figure),
                        Tables.number(texts, "column.second", 80, UserGroups.Gap::second, Numbers::figure),
                        Tables.number(texts, "column.difference", 90, UserGroups.Gap::difference, Numbers::signed),
                        Tables.text(
                                texts,
                                "column.interval",
                                150,
                                g -> Numbers.signed(g.comparison().low()) + " … "
                                        + Numbers.signed(g.comparison().high())),
                        Tables.number(texts, "column.p", 80, UserGroups.Gap::corrected, CompareView::chance),
                        Tables.text(texts, "column.verdict", 120, g -> verdict(g))));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                children.within(
                        texts.of(is.group().value()), Set.copyOf(is.group().members()));
            }
        });
        table.setRowFactory(view -> {
            TableRow<UserGroups.Gap> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    open.run();
                }
            });
            return row;
        });
        Label help = CompareView.label(texts.binding("compare.slices.help"), "cell-detail");
        help.setMinWidth(0);
        HBox.setHgrow(help, Priority.ALWAYS);
        help.setMaxWidth(Double.MAX_VALUE);
        Button items = Tables.button(texts, "compare-item-slices", "compare.item.slices", groupItems);
        items.setMinWidth(Region.USE_PREF_SIZE);
        items.disableProperty().bind(Bindings.isEmpty(model.slices()).or(model.evaluatingProperty()));
        HBox below = new HBox(help, items);
        below.getStyleClass().add("head-row");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(table, below);
        page.getStyleClass().add("compare-page");
        return page;
    }

    private String verdict(UserGroups.Gap gap) {
        Significance.Verdict verdict = gap.comparison().verdict(gap.corrected());
        return Verdicts.words(
                texts, verdict, Text.of("verdict." + verdict, gap.comparison().seedsWanted(), model.lacking()));
    }
}
