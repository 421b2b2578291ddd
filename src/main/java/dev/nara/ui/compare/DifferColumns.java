package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.SettingWords;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Creates the columns of the table of differing settings. */
final class DifferColumns {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final Texts texts;
    private final RowLook look;

    DifferColumns(Texts texts, RowLook look) {
        this.texts = texts;
        this.look = look;
    }

    /** The column of symbol and number. */
    TableColumn<ComparedRow, Long> run() {
        TableColumn<ComparedRow, Long> column = new TableColumn<>();
        column.textProperty().bind(texts.binding("column.run"));
        column.setPrefWidth(96);
        column.setMinWidth(84);
        column.getStyleClass().add("run-column");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().number()));
        column.setCellFactory(c -> new RunCell());
        return column;
    }

    private final class RunCell extends TableCell<ComparedRow, Long> {
        private final Label number = new Label();
        private final HBox line = new HBox(8);

        RunCell() {
            number.getStyleClass().add("strong");
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Long value, boolean empty) {
            super.updateItem(value, empty);
            ComparedRow row =
                    empty || getTableRow() == null ? null : getTableRow().getItem();
            if (row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            number.setText(row.runs().isEmpty() ? look.name(row) : look.number(row));
            line.getChildren().setAll(look.mark(row), number);
            setGraphic(line);
            setTooltip(new Tooltip(look.whole(row)));
        }
    }

    /** The column of a setting: tinted where it differs from the reference, grey where it is the same. */
    TableColumn<ComparedRow, String> setting(String name, Map<String, String> reference) {
        TableColumn<ComparedRow, String> column = new TableColumn<>();
        named(column, texts.setting(name), texts.setting(name));
        column.setPrefWidth(90);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value(row.getValue(), name)));
        column.setCellFactory(c -> new SettingCell(name, reference.getOrDefault(name, "")));
        column.getStyleClass().add("number-column");
        return column;
    }

    /** Sets a column's heading; {@code whole} is its tooltip. */
    private static void named(TableColumn<ComparedRow, ?> column, String name, String whole) {
        Label label = new Label(name);
        label.setTooltip(new Tooltip(whole));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        column.setGraphic(label);
        column.setUserData(name);
    }

    private String value(ComparedRow row, String name) {
        if (row.runs().isEmpty() || row.baseline()) {
            return "";
        }
        String value = row.settings().get(name);
        return value == null ? "" : SettingWords.value(name, value, texts.locale());
    }

    private final class SettingCell extends TableCell<ComparedRow, String> {
        private final String reference;
        private final Label shown = new Label();

        SettingCell(String name, String reference) {
            this.reference = SettingWords.value(name, reference, texts.locale());
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(String value, boolean empty) {
            super.updateItem(value, empty);
            setText(null);
            if (empty || value == null || value.isEmpty()) {
                setGraphic(null);
                return;
            }
            ComparedRow row = getTableRow() == null ? null : getTableRow().getItem();
            boolean own = row != null && row.kind() == ComparedRow.Kind.REFERENCE;
            shown.setText(value);
            shown.getStyleClass().setAll("label", own ? "plain" : value.equals(reference) ? "muted" : "differs");
            setGraphic(shown);
        }
    }

    /** A column of numbers; {@code shown} formats known ones. */
    TableColumn<ComparedRow, Number> number(
            String key, double width, ToDoubleFunction<ComparedRow> value, DoubleFunction<String> shown) {
        TableColumn<ComparedRow, Number> column = Tables.numbers(
                "",
                width,
                value::applyAsDouble,
                (row, x) -> Double.isNaN(x.doubleValue()) ? "" : shown.apply(x.doubleValue()));
        column.textProperty().bind(texts.binding(key));
        column.getStyleClass().add("grey-column");
        return column;
    }

    /** A column of a metric, bold for the best of all rows; {@code whole} says on which part it was measured. */
    TableColumn<ComparedRow, Number> result(
            String name,
            String whole,
            double width,
            ToDoubleFunction<ComparedRow> value,
            Function<ComparedRow, String> shown,
            double best) {
        TableColumn<ComparedRow, Number> column = Tables.numbers("", width, value::applyAsDouble, (row, x) -> "");
        named(column, name, whole);
        column.setCellFactory(c -> new TableCell<>() {
            {
                setAlignment(Pos.CENTER_RIGHT);
            }

            @Override
            protected void updateItem(Number x, boolean empty) {
                super.updateItem(x, empty);
                ComparedRow row =
                        empty || getTableRow() == null ? null : getTableRow().getItem();
                setText(row == null || x == null || Double.isNaN(x.doubleValue()) ? "" : shown.apply(row));
                pseudoClassStateChanged(BEST, row != null && x != null && Math.abs(x.doubleValue() - best) < 1e-12);
            }
        });
        return column;
    }
}
