package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.text.Numbers;
import dev.nara.ui.common.PieceByPiece;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.common.WhyOff;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All rows of the log, in pages. A table measures all of its rows at every jump, so a million rows in one page would block the window. */
final class RowsPane extends VBox {
    private static final int PAGE = 20_000;
    /** What the table grows by in a frame, in pixels, and the height from which on it takes all that there is. */
    private static final int STEP = 60;

    private static final int HIGHEST = 1200;
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final TableView<LogRows.Row> table;
    private final WhenVisible filling;
    private final PieceByPiece pieceByPiece = new PieceByPiece();
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final IntegerProperty rows = new SimpleIntegerProperty();
    private List<String> columns = List.of();
    private final HBox choice = new HBox();
    private final Label chosenTitle = new Label();
    private int @Nullable [] chosen;
    private @Nullable Dataset dataset;
    private @Nullable LogRows log;

    RowsPane(DataModel model, Texts texts, Pseudonymiser pseudonymiser) {
        this.texts = texts;
        this.pseudonymiser = pseudonymiser;
        filling = new WhenVisible(model.shows("rows"), this::fill);
        table = Tables.table("log-rows", texts, "data.rows.empty");
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        Tables.ofManyRows(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        pseudonymiser.onProperty().addListener((o, was, is) -> table.refresh());
        Button all = Tables.button(texts, "rows-all", "data.rows.all", () -> choose("", null));
        choice.getStyleClass().add("strip");
        choice.getChildren().addAll(chosenTitle, all);
        choice.managedProperty().bind(choice.visibleProperty());
        choice.setVisible(false);
        getChildren().addAll(choice, bar(), table);
    }

    /** Shows the range of rows on screen and their total number. */
    private Label place() {
        Label place = new Label();
        place.setId("rows-place");
        place.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "data.rows.place",
                                Numbers.grouped(Math.min(rows.get(), page.get() * PAGE + 1)),
                                Numbers.grouped(Math.min(rows.get(), (page.get() + 1) * PAGE)),
                                Numbers.grouped(rows.get())),
                        page,
                        rows,
                        texts.localeProperty()));
        return place;
    }

    private Node bar() {
        TextField user = new TextField();
        user.setId("rows-user");
        user.promptTextProperty().bind(texts.binding("data.rows.user"));
        user.accessibleTextProperty().bind(user.promptTextProperty());
        user.disableProperty().bind(pseudonymiser.onProperty());
        WhyOff.say(user, texts.binding("child.masked"));
        pseudonymiser.onProperty().addListener((o, was, is) -> user.clear());
        Label none = new Label();
        none.textProperty().bind(texts.binding("data.rows.none"));
        none.getStyleClass().add("field-problem");
        none.setId("rows-none");
        none.setVisible(false);
        user.setOnAction(e -> none.setVisible(!find(user.getText().strip())));
        user.textProperty().addListener((o, was, is) -> none.setVisible(false));
        Button before = Tables.button(texts, "rows-before", "data.rows.before", () -> turn(page.get() - 1));
        before.disableProperty().bind(page.lessThan(1));
        Button after = Tables.button(texts, "rows-after", "data.rows.after", () -> turn(page.get() + 1));
        after.disableProperty().bind(rows.lessThanOrEqualTo(page.add(1).multiply(PAGE)));
        WhyOff.say(before, texts.binding("off.first.page"));
        WhyOff.say(after, texts.binding("off.last.page"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Button button : List.of(before, after)) {
            button.visibleProperty().bind(rows.greaterThan(PAGE));
        }
        HBox bar = new HBox(user, none, gap, before, place(), after);
        bar.getStyleClass().add("head-row");
        return bar;
    }

    /** Shows the rows of another dataset, from the first one. */
    void show(Dataset now) {
        if (!now.equals(dataset)) {
            dataset = now;
            // Releases the earlier rows, which may be many.
            table.setItems(FXCollections.emptyObservableList());
            choose("", null);
        }
    }

    /** Shows these rows, ascending; all rows for null. */
    void choose(String title, int @Nullable [] some) {
        chosen = some;
        chosenTitle.setText(title);
        choice.setVisible(some != null);
        rows.set(
                some != null
                        ? some.length
                        : dataset == null ? 0 : dataset.interactions().size());
        turn(0);
    }

    private void turn(int to) {
        page.set(to);
        filling.due();
    }

    private void fill() {
        if (dataset == null) {
            return;
        }
        int from = page.get() * PAGE;
        log = new LogRows(dataset, chosen, from, Math.min(PAGE, rows.get() - from));
        table.setItems(log);
        table.scrollTo(0);
        List<String> known = new ArrayList<>(dataset.interactions().columns());
        known.addAll(dataset.interactions().wordColumns());
        if (table.getColumns().isEmpty() || !columns.equals(known)) {
            columns = known;
            table.getColumns().setAll(columns());
            unroll();
        }
    }

    /** Makes the table higher by some rows a frame, for creating the cells of all at once would hold up the window. */
    private void unroll() {
        List<Runnable> pieces = new ArrayList<>();
        for (int height = STEP; height < HIGHEST; height += STEP) {
            int now = height;
            pieces.add(() -> table.setMaxHeight(now));
        }
        pieces.add(() -> table.setMaxHeight(Double.MAX_VALUE));
        table.setMaxHeight(STEP);
        pieceByPiece.run(pieces);
    }

    /** Goes to the first row of a user; false if there is none. */
    private boolean find(String id) {
        int user = dataset == null ? -1 : dataset.users().indexOf(id);
        if (dataset == null || user < 0 || dataset.interactions().count(user) == 0) {
            return false;
        }
        int row = dataset.interactions().start(user);
        choose("", null);
        turn(row / PAGE);
        table.scrollTo(row % PAGE);
        table.getSelectionModel().clearAndSelect(row % PAGE);
        return true;
    }

    private List<TableColumn<LogRows.Row, ?>> columns() {
        List<TableColumn<LogRows.Row, ?>> all = new ArrayList<>(List.of(
                Tables.text(texts, "column.user", 80, row -> pseudonymiser.user(row.user())),
                Tables.text(texts, "column.time", 140, LogRows.Row::time),
                Tables.text(texts, "column.item", 80, LogRows.Row::item),
                Tables.text(texts, "column.title", 300, LogRows.Row::title)));
        for (String column : columns) {
            TableColumn<LogRows.Row, String> further =
                    Tables.plain(column, 130, row -> log == null ? "" : log.further(column, row));
            if (dataset != null && dataset.interactions().columns().contains(column)) {
                further.getStyleClass().add("number-column");
            }
            all.add(further);
        }
        all.forEach(c -> c.setSortable(false));
        return all;
    }
}
