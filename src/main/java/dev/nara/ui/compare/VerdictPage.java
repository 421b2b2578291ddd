package dev.nara.ui.compare;

import dev.nara.analysis.Standing;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The compared settings, the best first, and whether each differs from it by more than chance. */
final class VerdictPage {
    private final Texts texts;
    private final Tab tab;

    VerdictPage(CompareModel model, Texts texts) {
        this.texts = texts;
        TableView<Standing> table = table();
        table.setItems(model.standings());
        VBox.setVgrow(table, Priority.ALWAYS);
        Label heading = Labels.wrapped(model.headingProperty(), "cell-title");
        heading.setId("compare-heading");
        heading.managedProperty().bind(heading.textProperty().isNotEmpty());
        VBox page = new VBox(heading, table, Labels.wrapped(texts.binding("compare.verdict.help"), "cell-detail"));
        page.getStyleClass().add("compare-page");
        tab = Tables.page(texts, "compare.verdict", page);
    }

    Tab tab() {
        return tab;
    }

    private TableView<Standing> table() {
        TableView<Standing> table = Tables.table("standings", texts, "compare.verdict.empty");
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.run", 140, Standing::title),
                        Tables.text(texts, "column.algorithm", 150, s -> texts.get("algorithm." + s.algorithm())),
                        Tables.text(texts, "column.seeds", 60, this::seeds),
                        Tables.number(texts, "column.mean", 80, Standing::mean, Numbers::figure),
                        Tables.number(texts, "column.deviation", 90, Standing::deviation, Numbers::figure),
                        Tables.number(texts, "column.difference", 100, Standing::difference, Numbers::signed),
                        Tables.text(texts, "column.interval", 150, VerdictPage::interval),
                        Tables.number(texts, "column.p", 80, Standing::p, Verdicts::chance),
                        Tables.number(texts, "column.by.seeds", 90, Standing::bySeeds, VerdictPage::percent),
                        Tables.number(texts, "column.t.test", 80, Standing::tTest, Verdicts::chance),
                        Tables.number(texts, "column.wilcoxon", 80, Standing::wilcoxon, Verdicts::chance),
                        Tables.text(texts, "column.verdict", 170, s -> Verdicts.of(texts, s))));
        return table;
    }

    /** How many, and what became of the others of a series. */
    private String seeds(Standing standing) {
        return standing.contender().share().map(texts::of).orElse(Integer.toString(standing.seeds()));
    }

    private static String interval(Standing standing) {
        return standing.gap() == null ? "" : Verdicts.interval(standing.low(), standing.high());
    }

    private static String percent(Number share) {
        return Double.isNaN(share.doubleValue()) ? "" : Numbers.percent(share.doubleValue(), 0);
    }
}
