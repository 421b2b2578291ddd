package dev.nara.ui.export;

import dev.nara.competition.LedgerEntry;
import dev.nara.eval.CandidateRules;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import org.jspecify.annotations.Nullable;

/** All submissions with their local scores; what the leaderboard said is typed into the table. */
final class LedgerTable {
    private final Texts texts;
    private final Edits edits;

    /** What can be changed in the table. */
    interface Edits {
        /** An entry to be kept as it is now. */
        void change(LedgerEntry entry);

        /** A score of the public or the private leaderboard that was typed, "" for none. */
        void score(LedgerEntry entry, boolean ofPublic, String typed);

        /** The day on which a submission was handed in, "" for not. */
        void handIn(LedgerEntry entry, String day);
    }

    LedgerTable(Texts texts, Edits edits) {
        this.texts = texts;
        this.edits = edits;
    }

    TableView<LedgerEntry> table() {
        TableView<LedgerEntry> table = Tables.table("ledger", texts, "export.ledger.empty");
        table.setEditable(true);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        TableColumn<LedgerEntry, String> publicScore = typed("column.public", LedgerEntry::publicScore);
        publicScore.setOnEditCommit(e -> edits.score(e.getRowValue(), true, e.getNewValue()));
        TableColumn<LedgerEntry, String> privateScore = typed("column.private", LedgerEntry::privateScore);
        privateScore.setOnEditCommit(e -> edits.score(e.getRowValue(), false, e.getNewValue()));
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.written", 96, LedgerEntry::written),
                        Tables.text(texts, "column.made", 190, entry -> SourceWords.of(entry, texts)),
                        local("column.local", CandidateRules.KEPT),
                        local("column.near.half", CandidateRules.KEPT_NEAR),
                        local("column.far.half", CandidateRules.KEPT_FAR),
                        later("column.later.public", "later public"),
                        later("column.later.private", "later private"),
                        publicScore,
                        privateScore,
                        day(),
                        pick(),
                        Tables.text(texts, "column.data", 110, LedgerEntry::data),
                        Tables.text(texts, "column.hash", 92, e -> e.sha256().substring(0, 8)),
                        Tables.text(texts, "column.file", 220, LedgerEntry::file)));
        return table;
    }

    private TableColumn<LedgerEntry, String> day() {
        TableColumn<LedgerEntry, String> day = Tables.text(texts, "column.submitted", 96, LedgerEntry::submitted);
        day.setCellFactory(TextFieldTableCell.forTableColumn());
        day.setOnEditCommit(e -> edits.handIn(e.getRowValue(), e.getNewValue()));
        return day;
    }

    private TableColumn<LedgerEntry, Boolean> pick() {
        TableColumn<LedgerEntry, Boolean> pick = new TableColumn<>();
        pick.textProperty().bind(texts.binding("column.pick"));
        pick.setPrefWidth(64);
        pick.setCellFactory(column -> new PickCell());
        pick.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().pick()));
        return pick;
    }

    private TableColumn<LedgerEntry, Number> local(String key, String protocol) {
        return Tables.number(
                texts, key, 84, e -> e.score(protocol), n -> Double.isNaN(n.doubleValue()) ? "–" : Numbers.figure(n));
    }

    /** The score on later months, where it was asked for. */
    private TableColumn<LedgerEntry, Number> later(String key, String period) {
        return Tables.number(
                texts,
                key,
                96,
                e -> e.local().getOrDefault(period, Double.NaN),
                n -> Double.isNaN(n.doubleValue()) ? "" : Numbers.figure(n));
    }

    /** A score that people type in. */
    private TableColumn<LedgerEntry, String> typed(String key, Function<LedgerEntry, @Nullable Double> score) {
        TableColumn<LedgerEntry, String> column = Tables.text(texts, key, 88, e -> {
            Double known = score.apply(e);
            return known == null ? "" : Numbers.plain(known);
        });
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setEditable(true);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** Whether a submission is one of the final picks. */
    private final class PickCell extends TableCell<LedgerEntry, Boolean> {
        private final CheckBox box = new CheckBox();

        PickCell() {
            box.accessibleTextProperty().bind(texts.binding("column.pick"));
            box.setOnAction(e -> edits.change(getTableRow().getItem().picked(box.isSelected())));
        }

        @Override
        protected void updateItem(Boolean picked, boolean empty) {
            super.updateItem(picked, empty);
            setGraphic(empty || picked == null ? null : box);
            box.setSelected(Boolean.TRUE.equals(picked));
        }
    }
}
