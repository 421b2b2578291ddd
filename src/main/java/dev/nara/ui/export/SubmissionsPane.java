package dev.nara.ui.export;

import dev.nara.competition.LedgerEntry;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The ledger of submissions and what can be done with files and entries. */
final class SubmissionsPane extends VBox {
    private final ExportModel model;
    private final Texts texts;
    private final TableView<LedgerEntry> ledger;

    /** What people can ask for here. */
    interface Requests extends LedgerTable.Edits {
        /** A file to be checked. */
        void check();

        /** A file that was made elsewhere to be entered. */
        void bringIn();

        /** How far a submission differs from another file. */
        void difference(LedgerEntry entry);

        /** A submission to be scored on later months. */
        void simulate(LedgerEntry entry);
    }

    SubmissionsPane(ExportModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        this.ledger = new LedgerTable(texts, requests).table();
        ledger.setItems(model.ledger());
        VBox.setVgrow(ledger, Priority.ALWAYS);
        Label whom = Labels.of(texts.binding("export.ledger.whom"), "section-detail");
        whom.setWrapText(true);
        whom.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head(requests), whom, ledger);
        getStyleClass().add("section");
    }

    private Node head(Requests requests) {
        Label standing = Labels.of(model.standingProperty(), "section-detail");
        standing.setId("ledger-standing");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button check = Tables.button(texts, "submission-check", "export.check", requests::check);
        Button bringIn = Tables.button(texts, "submission-import", "export.import", requests::bringIn);
        Button against =
                Tables.button(texts, "submission-against", "export.against", () -> withChosen(requests::difference));
        Button simulate =
                Tables.button(texts, "submission-simulate", "export.simulate", () -> withChosen(requests::simulate));
        for (Button each : List.of(against, simulate)) {
            each.disableProperty()
                    .bind(ledger.getSelectionModel().selectedItemProperty().isNull());
        }
        Label title = Labels.of(texts.binding("export.ledger"), "section-title");
        HBox head = new HBox(title, standing, gap, check, bringIn, against, simulate);
        head.getStyleClass().add("head-row");
        return head;
    }

    private void withChosen(Consumer<LedgerEntry> action) {
        LedgerEntry entry = ledger.getSelectionModel().getSelectedItem();
        if (entry != null) {
            action.accept(entry);
        }
    }
}
