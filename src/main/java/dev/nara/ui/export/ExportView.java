package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.LedgerEntry;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Export workspace: the recipe on the left, what it is worth on the right, the ledger of submissions below. */
final class ExportView {
    private final ExportModel model;
    private final Texts texts;
    private final Requests requests;
    private final SplitPane root;
    private final TableView<LedgerEntry> ledger;

    /** A block that can be added, with its name. */
    record Offer(String name, ComposeRecipe.Block block) {}

    /** What people can ask for here. */
    interface Requests {
        /** Blocks that can be added now. */
        List<Offer> offers();

        /** The recipe's score; with {@code tune} how many each block gives is chosen first. */
        void score(boolean tune);

        /** The recipe to be kept in a file. */
        void save();

        /** A recipe from a file. */
        void open();

        /** A submission of the recipe. */
        void write();

        /** A file to be checked. */
        void check();

        /** How far a submission differs from another file. */
        void difference(LedgerEntry entry);

        /** A file that was made elsewhere to be entered. */
        void bringIn();

        /** A submission to be scored on later months. */
        void simulate(LedgerEntry entry);

        /** An entry to be kept as it is now. */
        void change(LedgerEntry entry);

        /** A score of the public or the private leaderboard that was typed, "" for none. */
        void score(LedgerEntry entry, boolean ofPublic, String typed);

        /** The day on which a submission was handed in, "" for not. */
        void handIn(LedgerEntry entry, String day);
    }

    ExportView(ExportModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        this.ledger = ledger();
        SplitPane above = new SplitPane(new RecipePane(model, texts, requests), worth());
        above.setDividerPositions(0.5);
        root = new SplitPane(above, submissions());
        root.setOrientation(Orientation.VERTICAL);
        root.setDividerPositions(0.62);
        root.setId("export-workspace");
    }

    Region root() {
        return root;
    }

    private Node worth() {
        Label score = new Label();
        score.setId("compose-score");
        score.textProperty().bind(model.scoreProperty());
        score.getStyleClass().add("section-title");
        score.setWrapText(true);
        score.setMinHeight(Region.USE_PREF_SIZE);
        TableView<ExportModel.Part> parts = Tables.table("compose-parts", texts, "export.parts.empty");
        parts.setItems(model.parts());
        parts.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.block", 170, ExportModel.Part::block),
                        Tables.text(texts, "column.take", 90, ExportModel.Part::take),
                        Tables.number(texts, "column.part", 90, ExportModel.Part::part, Numbers::figure),
                        Tables.number(texts, "column.alone", 90, ExportModel.Part::alone, Numbers::figure)));
        Button scoring = Tables.button(texts, "compose-run", "export.score.do", () -> requests.score(false));
        Button tuning = Tables.button(texts, "compose-tune", "export.tune", () -> requests.score(true));
        Button writing = Tables.button(texts, "compose-write", "export.write", requests::write);
        for (Button each : List.of(scoring, tuning, writing)) {
            each.disableProperty().bind(model.workingProperty());
        }
        HBox buttons = new HBox(scoring, tuning, writing);
        buttons.getStyleClass().add("button-row");
        ListView<String> findings = new ListView<>(model.findings());
        findings.setId("check-findings");
        findings.accessibleTextProperty().bind(texts.binding("export.page.check"));
        Label clean = new Label();
        clean.textProperty().bind(texts.binding("export.check.empty"));
        clean.getStyleClass().add("empty-text");
        findings.setPlaceholder(clean);
        Label checked = new Label();
        checked.setId("check-result");
        checked.textProperty().bind(model.checkedProperty());
        checked.setWrapText(true);
        checked.setMinHeight(Region.USE_PREF_SIZE);
        VBox check = new VBox(checked, findings);
        check.getStyleClass().add("compare-page");
        VBox.setVgrow(findings, Priority.ALWAYS);
        TabPane pages = new TabPane(
                Tables.page(texts, "export.page.parts", parts), Tables.page(texts, "export.page.check", check));
        pages.setId("export-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        model.checkedProperty()
                .addListener((o, was, is) -> pages.getSelectionModel().select(is.isEmpty() ? 0 : 1));
        model.parts().addListener((ListChangeListener<ExportModel.Part>) change -> {
            if (!model.parts().isEmpty()) {
                pages.getSelectionModel().select(0);
            }
        });
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox side = new VBox(score, pages, buttons);
        side.getStyleClass().add("side");
        return side;
    }

    private TableView<LedgerEntry> ledger() {
        TableView<LedgerEntry> table = Tables.table("ledger", texts, "export.ledger.empty");
        table.setItems(model.ledger());
        table.setEditable(true);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        TableColumn<LedgerEntry, String> publicScore = typed("column.public", LedgerEntry::publicScore);
        publicScore.setOnEditCommit(e -> requests.score(e.getRowValue(), true, e.getNewValue()));
        TableColumn<LedgerEntry, String> privateScore = typed("column.private", LedgerEntry::privateScore);
        privateScore.setOnEditCommit(e -> requests.score(e.getRowValue(), false, e.getNewValue()));
        TableColumn<LedgerEntry, String> day = Tables.text(texts, "column.submitted", 96, LedgerEntry::submitted);
        day.setCellFactory(TextFieldTableCell.forTableColumn());
        day.setOnEditCommit(e -> requests.handIn(e.getRowValue(), e.getNewValue()));
        TableColumn<LedgerEntry, Boolean> pick = new TableColumn<>();
        pick.textProperty().bind(texts.binding("column.pick"));
        pick.setPrefWidth(64);
        pick.setCellFactory(column -> new PickCell());
        pick.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().pick()));
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.written", 96, LedgerEntry::written),
                        Tables.text(texts, "column.made", 190, LedgerEntry::made),
                        local("column.local", "all:kept"),
                        local("column.near.half", "all:kept@near"),
                        local("column.far.half", "all:kept@far"),
                        later("column.later.public", "later public"),
                        later("column.later.private", "later private"),
                        publicScore,
                        privateScore,
                        day,
                        pick,
                        Tables.text(texts, "column.hash", 92, e -> e.sha256().substring(0, 8)),
                        Tables.text(texts, "column.file", 220, LedgerEntry::file)));
        return table;
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
            Double told = score.apply(e);
            return told == null ? "" : Numbers.plain(told);
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
            box.setOnAction(e -> requests.change(getTableRow().getItem().picked(box.isSelected())));
        }

        @Override
        protected void updateItem(Boolean picked, boolean empty) {
            super.updateItem(picked, empty);
            setGraphic(empty || picked == null ? null : box);
            box.setSelected(Boolean.TRUE.equals(picked));
        }
    }

    private Node submissions() {
        Label title = new Label();
        title.textProperty().bind(texts.binding("export.ledger"));
        title.getStyleClass().add("section-title");
        Label standing = new Label();
        standing.setId("ledger-standing");
        standing.textProperty().bind(model.standingProperty());
        standing.getStyleClass().add("section-detail");
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
        HBox head = new HBox(title, standing, gap, check, bringIn, against, simulate);
        head.getStyleClass().add("head-row");
        VBox.setVgrow(ledger, Priority.ALWAYS);
        VBox box = new VBox(head, ledger);
        box.getStyleClass().add("section");
        return box;
    }

    private void withChosen(Consumer<LedgerEntry> action) {
        LedgerEntry entry = ledger.getSelectionModel().getSelectedItem();
        if (entry != null) {
            action.accept(entry);
        }
    }
}
