package dev.nara.ui.export;

import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the recipe scores, block by block, and what is wrong with the file that was checked last. */
final class WorthPane extends VBox {
    private final ExportModel model;
    private final Texts texts;

    /** What people can ask for here. */
    interface Requests {
        /** The recipe's score; with {@code tune} how many each block gives is chosen first. */
        void score(boolean tune);

        /** Fits of the recipe's runs on all rows. */
        void fit();

        /** A submission of the recipe. */
        void write();
    }

    WorthPane(ExportModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        Label score = Labels.of(model.scoreProperty(), "section-title");
        score.setId("compose-score");
        score.setWrapText(true);
        score.setMinHeight(Region.USE_PREF_SIZE);
        TabPane pages = pages();
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().addAll(score, pages, buttons(requests));
        getStyleClass().add("side");
    }

    private Node buttons(Requests requests) {
        Button scoring = Tables.button(texts, "compose-run", "export.score.do", () -> requests.score(false));
        Button tuning = Tables.button(texts, "compose-tune", "export.tune", () -> requests.score(true));
        Button fitting = Tables.button(texts, "compose-fit", "action.run.fit", requests::fit);
        Button writing = Tables.button(texts, "compose-write", "export.write", requests::write);
        for (Button each : List.of(scoring, tuning, fitting, writing)) {
            each.disableProperty().bind(model.workingProperty());
        }
        HBox buttons = new HBox(scoring, tuning, fitting, writing);
        buttons.getStyleClass().add("button-row");
        return buttons;
    }

    /** The page with news comes to the front. */
    private TabPane pages() {
        TabPane pages = new TabPane(
                Tables.page(texts, "export.page.parts", parts()), Tables.page(texts, "export.page.check", check()));
        pages.setId("export-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        model.checkedProperty()
                .addListener((o, was, is) -> pages.getSelectionModel().select(is.isEmpty() ? 0 : 1));
        model.parts().addListener((ListChangeListener<ExportModel.Part>) change -> {
            if (!model.parts().isEmpty()) {
                pages.getSelectionModel().select(0);
            }
        });
        return pages;
    }

    private Node parts() {
        TableView<ExportModel.Part> parts = Tables.table("compose-parts", texts, "export.parts.empty");
        parts.setItems(model.parts());
        parts.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.block", 170, ExportModel.Part::block),
                        Tables.text(texts, "column.take", 90, ExportModel.Part::take),
                        Tables.number(texts, "column.part", 90, ExportModel.Part::part, Numbers::figure),
                        Tables.number(texts, "column.alone", 90, ExportModel.Part::alone, Numbers::figure)));
        return parts;
    }

    private Node check() {
        ListView<String> findings = new ListView<>(model.findings());
        findings.setId("check-findings");
        findings.accessibleTextProperty().bind(texts.binding("export.page.check"));
        findings.setPlaceholder(Labels.of(texts.binding("export.check.empty"), "empty-text"));
        VBox.setVgrow(findings, Priority.ALWAYS);
        Label checked = Labels.of(model.checkedProperty());
        checked.setId("check-result");
        checked.setWrapText(true);
        checked.setMinHeight(Region.USE_PREF_SIZE);
        VBox check = new VBox(checked, findings);
        check.getStyleClass().add("compare-page");
        return check;
    }
}
