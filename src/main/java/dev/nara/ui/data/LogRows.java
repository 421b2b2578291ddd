package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Numbers;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/** The rows of a log as a list that creates each row only when it is shown. */
final class LogRows extends ObservableListBase<LogRows.Row> {
    private final Dataset dataset;
    private final int @Nullable [] chosen;
    private final int from;
    private final int count;

    /** {@code count} rows starting at {@code from}, of the chosen ones or, for null, of all. */
    LogRows(Dataset dataset, int @Nullable [] chosen, int from, int count) {
        this.dataset = dataset;
        this.chosen = chosen;
        this.from = from;
        this.count = count;
    }

    /** A row as shown in a table. */
    record Row(int number, String user, String time, String item, String title) {}

    @Override
    public Row get(int place) {
        int row = chosen == null ? from + place : chosen[from + place];
        Interactions rows = dataset.interactions();
        int item = rows.item(row);
        String time = dataset.calendar().text(rows.time(row));
        return new Row(
                row, dataset.users().id(rows.userOf(row)), time, dataset.items().id(item), dataset.title(item));
    }

    /** A further number or text of a row, "" if it is missing. */
    String further(String column, Row row) {
        if (dataset.interactions().wordColumns().contains(column)) {
            return dataset.interactions().word(column, row.number());
        }
        float number = dataset.interactions().number(column, row.number());
        if (Float.isNaN(number)) {
            return "";
        }
        return Numbers.plain(Math.round(number * 1000.0) / 1000.0);
    }

    @Override
    public int size() {
        return count;
    }
}
