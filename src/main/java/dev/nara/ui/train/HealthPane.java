package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * How a run learns: the learning rate, the norm of the gradient, and how far the last step of the last epoch moved each
 * part of the model, with a light for what is usual.
 */
final class HealthPane {
    private static final String UPDATE = "update.";
    /** A step usually moves weights by something like a thousandth of their norm. */
    private static final double LOW = 1e-4;

    private static final double HIGH = 1e-2;
    /** So many times outside is no longer a matter of taste. */
    private static final double FAR = 10;

    private final ObservableList<RunEvent.EpochDone> epochs;
    private final TableView<Line> table;

    /** One figure: now, and the least and the most so far. */
    private record Line(String name, double now, double least, double most) {
        boolean update() {
            return name.startsWith(UPDATE);
        }
    }

    HealthPane(ObservableList<RunEvent.EpochDone> epochs, Texts texts) {
        this.epochs = epochs;
        table = Tables.table("health", texts, "train.health.empty");
        List<TableColumn<Line, ?>> columns = new ArrayList<>();
        columns.add(Tables.text(texts, "column.health", 190, line -> name(line, texts)));
        columns.add(Tables.number(texts, "column.health.now", 90, Line::now, HealthPane::figure));
        columns.add(Tables.number(texts, "column.health.least", 90, Line::least, HealthPane::figure));
        columns.add(Tables.number(texts, "column.health.most", 90, Line::most, HealthPane::figure));
        TableColumn<Line, String> light =
                Tables.text(texts, "column.health.light", 260, line -> texts.get("health." + light(line)));
        light.setCellFactory(column -> new LightCell());
        columns.add(light);
        table.getColumns().setAll(columns);
        epochs.addListener((ListChangeListener<RunEvent.EpochDone>) change -> show());
        texts.localeProperty().addListener((o, was, is) -> table.refresh());
    }

    TableView<?> view() {
        return table;
    }

    private void show() {
        Set<String> names = new LinkedHashSet<>();
        epochs.forEach(epoch -> names.addAll(epoch.health().keySet()));
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double now = Double.NaN;
            for (RunEvent.EpochDone epoch : epochs) {
                Double figure = epoch.health().get(name);
                if (figure != null) {
                    now = figure;
                    least = Math.min(least, now);
                    most = Math.max(most, now);
                }
            }
            lines.add(new Line(name, now, least, most));
        }
        table.getItems().setAll(lines);
    }

    private static String name(Line line, Texts texts) {
        return line.update()
                ? texts.get("health.update", line.name.substring(UPDATE.length()))
                : texts.get("health." + line.name);
    }

    private static String figure(Number figure) {
        double value = figure.doubleValue();
        return value != 0 && Math.abs(value) < 0.001
                ? String.format(Locale.ROOT, "%.1e", value)
                : Numbers.figure(figure);
    }

    private static String light(Line line) {
        if (!line.update()) {
            return "plain";
        } else if (line.now > HIGH) {
            return line.now > FAR * HIGH ? "wild" : "high";
        } else if (line.now < LOW) {
            return line.now < LOW / FAR ? "still" : "low";
        }
        return "well";
    }

    private static final class LightCell extends TableCell<Line, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            Line line = empty || getTableRow() == null ? null : getTableRow().getItem();
            getStyleClass().removeAll("light-well", "light-warn", "light-bad");
            setText(line == null ? "" : words);
            if (line != null && line.update()) {
                getStyleClass()
                        .add(
                                switch (light(line)) {
                                    case "well" -> "light-well";
                                    case "high", "low" -> "light-warn";
                                    default -> "light-bad";
                                });
            }
        }
    }
}
