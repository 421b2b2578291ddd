package dev.nara.ui.data.opening;

import dev.nara.data.ColumnRole;
import dev.nara.data.read.roles.TablePreview;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** The first rows of an unknown file, with a box for the role above each column. */
final class ImportTable {
    private final Texts texts;
    private final Runnable changed;
    private final TableView<List<String>> table = new TableView<>();
    private final List<ComboBox<ColumnRole>> roles = new ArrayList<>();

    /** {@code changed} is called whenever the role of a column changes. */
    ImportTable(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        table.setId("import-preview");
        table.setPlaceholder(new Label()); // JavaFX's own text exists in one language only
        table.getStyleClass().add("dense");
    }

    TableView<List<String>> view() {
        return table;
    }

    /** Removes all columns. */
    void clear() {
        table.getColumns().clear();
        roles.clear();
    }

    void show(TablePreview preview) {
        clear();
        for (int c = 0; c < preview.names().size(); c++) {
            table.getColumns()
                    .add(column(c, preview.names().get(c), preview.roles().get(c)));
        }
        table.getItems().setAll(preview.body());
    }

    private TableColumn<List<String>, String> column(int place, String name, ColumnRole guess) {
        ComboBox<ColumnRole> role = new ComboBox<>();
        role.getItems().addAll(ColumnRole.values());
        role.setId("role-" + (place + 1));
        // A guess is marked until the user chooses a role.
        boolean[] guessed = {true};
        role.setConverter(Words.of(r -> texts.get("role." + r.name().toLowerCase(Locale.ROOT))
                + (guessed[0] && r == guess && r != ColumnRole.IGNORE ? " ?" : "")));
        role.setValue(guess);
        role.setMaxWidth(Double.MAX_VALUE);
        role.setAccessibleText(name);
        role.getStyleClass().add("role-box");
        role.valueProperty().addListener((o, was, is) -> {
            guessed[0] = false;
            style(role);
            changed.run();
        });
        style(role);
        roles.add(role);
        TableColumn<List<String>, String> column = new TableColumn<>();
        VBox head = new VBox(new Label(name), role);
        head.getStyleClass().add("import-head");
        column.setGraphic(head);
        column.setSortable(false);
        column.setPrefWidth(170);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                place < row.getValue().size() ? row.getValue().get(place) : ""));
        return column;
    }

    private static void style(ComboBox<ColumnRole> role) {
        role.getStyleClass().removeAll("role", "role-none");
        role.getStyleClass().add(role.getValue() == ColumnRole.IGNORE ? "role-none" : "role");
    }

    /** The roles of the columns on screen. */
    List<ColumnRole> roles() {
        return roles.stream().map(ComboBox::getValue).toList();
    }
}
