package dev.nara.ui.database;

import dev.nara.data.read.database.FirstRows;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The answer of a database: its tables, one of which can be selected, or the first rows of a query. */
final class AnswerView {
    private static final double COLUMN = 170;
    private static final double ROW = 28;

    private final ConnectionModel model;
    private final Runnable test;
    private final TableView<List<String>> rows;
    private final ListView<String> tables;

    /** {@code test} shows the first rows of the selected table. */
    AnswerView(ConnectionModel model, Texts texts, Runnable test) {
        this.model = model;
        this.test = test;
        rows = Tables.table("database-rows", texts, "database.none");
        rows.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        tables = new ListView<>(model.tables());
        tables.setId("database-tables");
        tables.accessibleTextProperty().bind(texts.binding("database.choose"));
        tables.getStyleClass().add("dense");
        tables.setFixedCellSize(ROW);
        tables.setCellFactory(list -> new PlainName());
        tables.maxHeightProperty()
                .bind(Bindings.size(model.tables()).multiply(ROW).add(4));
        StackPane.setAlignment(tables, Pos.TOP_LEFT);
        tables.setOnMouseClicked(e -> choose());
        tables.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                choose();
                e.consume();
            }
        });
    }

    Node view() {
        rows.visibleProperty().bind(model.rowsProperty().isNotNull());
        tables.visibleProperty().bind(Bindings.isNotEmpty(model.tables()));
        model.rowsProperty().addListener((o, was, is) -> show(is));
        show(model.rowsProperty().get());
        Label said = Labels.wrapped(model.saidProperty(), "strong");
        said.setId("database-said");
        said.visibleProperty().bind(model.openingProperty().isNull());
        StackPane room = new StackPane(rows, tables);
        room.setMinHeight(0);
        rows.setMinHeight(0);
        tables.setMinHeight(0);
        VBox.setVgrow(room, Priority.ALWAYS);
        VBox box = new VBox(6, said, room);
        box.setMinHeight(0);
        return box;
    }

    private void show(@Nullable FirstRows answer) {
        rows.getColumns().clear();
        rows.setItems(FXCollections.observableArrayList(answer == null ? List.of() : answer.rows()));
        if (answer != null) {
            for (int c = 0; c < answer.columns().size(); c++) {
                int place = c;
                rows.getColumns().add(Tables.plain(answer.columns().get(c), COLUMN, row -> row.get(place)));
            }
        }
    }

    /** A table's name without the quotes that a query needs. */
    private static final class PlainName extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String table, boolean empty) {
            super.updateItem(table, empty);
            setText(table == null ? null : table.replaceAll("[\"`\\[\\]]", ""));
        }
    }

    private void choose() {
        String table = tables.getSelectionModel().getSelectedItem();
        if (table != null) {
            model.askedProperty().set(table);
            test.run();
        }
    }
}
