package dev.nara.ui.export;

import dev.nara.competition.LedgerEntry;
import dev.nara.eval.CandidateRules;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import org.jspecify.annotations.Nullable;

/** All submissions with their local scores; the user enters the leaderboard's scores into the table. */
final class LedgerTable {
    /** The minimum width of the column with a submission's source, and the total width of the others, in pixels. */
    private static final double MADE = 158;

    private static final double OTHERS = 504;

    private final ExportModel model;
    private final Texts texts;
    private final Edits edits;

    /** The edits of the table. */
    interface Edits {
        /** Stores a changed entry. */
        void change(LedgerEntry entry);

        /** Sets the score on the public or the private leaderboard from text, "" for none. */
        void score(LedgerEntry entry, boolean ofPublic, String typed);

        /** Sets the day on which a submission was handed in, "" for none. */
        void handIn(LedgerEntry entry, String day);
    }

    LedgerTable(ExportModel model, Texts texts, Edits edits) {
        this.model = model;
        this.texts = texts;
        this.edits = edits;
    }

    TableView<LedgerEntry> table() {
        TableView<LedgerEntry> table = Tables.table("ledger", texts, "export.ledger.empty");
        table.accessibleTextProperty().bind(texts.binding("export.ledger"));
        table.setEditable(true);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        TableColumn<LedgerEntry, String> made =
                Tables.text(texts, "column.made", MADE, entry -> SourceWords.of(entry, texts));
        // Only this column has long text, so it gets the additional space of a wide window.
        table.widthProperty().addListener((o, was, is) -> made.setPrefWidth(Math.max(MADE, is.doubleValue() - OTHERS)));
        TableColumn<LedgerEntry, String> publicScore = typed("column.public", LedgerEntry::publicScore);
        publicScore.setOnEditCommit(e -> edits.score(e.getRowValue(), true, e.getNewValue()));
        TableColumn<LedgerEntry, String> privateScore = typed("column.private", LedgerEntry::privateScore);
        privateScore.setOnEditCommit(e -> edits.score(e.getRowValue(), false, e.getNewValue()));
        table.getColumns()
                .addAll(List.of(
                        Tables.numbers(
                                "#",
                                30,
                                entry -> model.ledger().size() - model.ledger().indexOf(entry),
                                (entry, n) -> Integer.toString(n.intValue())),
                        Tables.text(texts, "column.written", 84, LedgerEntry::written),
                        made,
                        local(),
                        publicScore,
                        privateScore,
                        day(),
                        pick()));
        return table;
    }

    /** A row whose tooltip has what has no column: further local scores, the data and the file. */
    static final class Row extends TableRow<LedgerEntry> {
        private final Texts texts;

        Row(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(@Nullable LedgerEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setTooltip(empty || entry == null ? null : new Tooltip(words(entry)));
        }

        private String words(LedgerEntry entry) {
            String scores = entry.local().entrySet().stream()
                    .map(score -> score.getKey() + "  " + BareNumbers.figure(score.getValue()))
                    .collect(Collectors.joining("\n"));
            return Stream.of(
                            entry.file(),
                            texts.get("column.data") + ": " + entry.data(),
                            texts.get("column.hash") + ": " + entry.sha256().substring(0, 8),
                            scores)
                    .collect(Collectors.joining("\n"));
        }
    }

    private TableColumn<LedgerEntry, String> day() {
        TableColumn<LedgerEntry, String> day = Tables.text(texts, "column.submitted", 88, LedgerEntry::submitted);
        day.setCellFactory(TextFieldTableCell.forTableColumn());
        day.setOnEditCommit(e -> edits.handIn(e.getRowValue(), e.getNewValue()));
        return day;
    }

    private TableColumn<LedgerEntry, Boolean> pick() {
        TableColumn<LedgerEntry, Boolean> pick = new TableColumn<>();
        pick.textProperty().bind(texts.binding("column.pick"));
        pick.setPrefWidth(58);
        pick.setCellFactory(column -> new PickCell());
        pick.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().pick()));
        return pick;
    }

    private TableColumn<LedgerEntry, Number> local() {
        return Tables.number(
                texts, "column.local", 80, e -> e.score(CandidateRules.KEPT), n -> BareNumbers.figure(n.doubleValue()));
    }

    /** A column for a score that the user enters. */
    private TableColumn<LedgerEntry, String> typed(String key, Function<LedgerEntry, @Nullable Double> score) {
        TableColumn<LedgerEntry, String> column = Tables.text(texts, key, 74, e -> {
            Double known = score.apply(e);
            return known == null ? "" : BareNumbers.figure(known);
        });
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.getStyleClass().add("typed-column");
        column.setEditable(true);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** A check box: whether a submission is one of the final picks. */
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
