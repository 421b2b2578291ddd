package dev.nara.ui.common;

import dev.nara.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Creates tables, their columns, and the pages and buttons around them in a uniform style. */
public final class Tables {
    /** The default width of JavaFX. */
    private static final double USUAL_WIDTH = 80;

    private static final double ROW_HEIGHT = 28;
    private static final int MOST_COPIED = 10_000;
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private Tables() {}

    /** An empty table with an id and a placeholder text. */
    public static <T> TableView<T> table(String id, Texts texts, String emptyKey) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.setPlaceholder(new Placeholder(texts).empty(Text.of(emptyKey), null));
        table.getStyleClass().addAll("dense", "striped");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (COPY.match(e)) {
                copy(table);
                e.consume();
            }
        });
        return table;
    }

    /** Copies the selected rows, or the first thousands if none is selected, as tab-separated text with a header, for a spreadsheet. */
    private static <T> void copy(TableView<T> table) {
        List<TableColumn<T, ?>> columns = List.copyOf(table.getVisibleLeafColumns());
        List<T> chosen = table.getSelectionModel().getSelectedItems();
        List<T> rows = (chosen.isEmpty() ? table.getItems() : chosen)
                .stream().limit(MOST_COPIED).filter(Objects::nonNull).toList();
        StringBuilder text =
                new StringBuilder(columns.stream().map(TableColumn::getText).collect(Collectors.joining("\t")));
        for (T row : rows) {
            text.append('\n')
                    .append(columns.stream()
                            .map(column -> cell(column.getCellData(row)))
                            .map(cell -> cell.replaceAll("[\t\n]", " "))
                            .collect(Collectors.joining("\t")));
        }
        CopiedText.put(text.toString());
    }

    private static String cell(@Nullable Object value) {
        return value == null || (value instanceof Double number && number.isNaN()) ? "" : value.toString();
    }

    /** Gives all rows the same height; otherwise a table of a million rows measures them at every jump. */
    public static void ofManyRows(TableView<?> table) {
        table.setFixedCellSize(ROW_HEIGHT);
    }

    /** A button with an id and a text. */
    public static Button button(Texts texts, String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.binding(key));
        button.setOnAction(e -> action.run());
        return button;
    }

    /** The same for the main action of a page, with its key. */
    public static Button primary(Texts texts, String id, String key, String shortcut, Runnable action) {
        Button button = button(texts, id, key, action);
        button.getStyleClass().addAll("accent", "primary");
        Label shown = new Label(KeyCombination.valueOf(shortcut).getDisplayText());
        shown.getStyleClass().add("button-key");
        button.setGraphic(shown);
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }

    /** A tab with a text. */
    public static Tab page(Texts texts, String key, Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(texts.binding(key));
        tab.setContent(content);
        return tab;
    }

    /** A column of text. */
    public static <T> TableColumn<T, String> text(Texts texts, String key, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>();
        column.textProperty().bind(texts.binding(key));
        width(column, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** A column of text whose name comes from the data. */
    public static <T> TableColumn<T, String> plain(String name, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(name);
        width(column, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** A right-aligned column of numbers, formatted by a function and sorted as numbers. */
    public static <T> TableColumn<T, Number> number(
            Texts texts, String key, double width, Function<T, Number> value, Function<Number, String> shown) {
        TableColumn<T, Number> column = numbers("", width, value, (row, number) -> shown.apply(number));
        column.textProperty().bind(texts.binding(key));
        return column;
    }

    /** A column of numbers whose name comes from the data, formatted by a function of row and number. */
    public static <T> TableColumn<T, Number> numbers(
            String name, double width, Function<T, Number> value, BiFunction<T, Number, String> shown) {
        TableColumn<T, Number> column = new TableColumn<>(name);
        width(column, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(c -> new NumberCell<>(shown));
        column.getStyleClass().add("number-column");
        return column;
    }

    /** JavaFX takes its default width for an unset one and measures all cells, which is slow; so that width is avoided. */
    private static void width(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(width == USUAL_WIDTH ? width + 1 : width);
    }

    private static final class NumberCell<T> extends TableCell<T, Number> {
        private final BiFunction<T, Number, String> shown;

        NumberCell(BiFunction<T, Number, String> shown) {
            this.shown = shown;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(Number number, boolean empty) {
            super.updateItem(number, empty);
            T row = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty || number == null || row == null ? "" : shown.apply(row, number));
        }
    }
}
