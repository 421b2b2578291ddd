package dev.nara.data.read.table;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table whose times are spread over several columns (the date and the time of day, or parts of both), presented as one column. */
public final class DatedTable implements Table {
    /** The separators after year, month, day, hour and minute. */
    private static final String BETWEEN = "-- ::";

    /** The number of parts after the year if the last part is the hour. */
    private static final int HOUR = 3;

    private final Table table;
    private final int date;
    private final int more;
    private final boolean asWritten;

    /** A view of a table whose last {@code more} columns have further parts of the time. */
    private DatedTable(Table table, int date, int more, boolean asWritten) {
        this.table = table;
        this.date = date;
        this.more = more;
        this.asWritten = asWritten;
    }

    /**
     * Selects columns of a table.
     *
     * @param wanted their names; the date may be several names joined with {@link ColumnRoles#AND}
     * @param date the index of the date among them
     * @param asWritten whether the format of times is given, so that nothing must be added to a single hour
     */
    public static Table selected(Table table, List<String> wanted, int date, boolean asWritten) throws DataException {
        String name = wanted.get(date);
        List<String> parts = List.of(name.split(Pattern.quote(ColumnRoles.AND), -1));
        if (parts.size() < 2 || ColumnNames.place(table.columns(), name) >= 0) {
            return table.select(wanted);
        }
        List<String> all = new ArrayList<>(wanted);
        all.set(date, parts.get(0));
        all.addAll(parts.subList(1, parts.size()));
        return new DatedTable(table.select(all), date, parts.size() - 1, asWritten);
    }

    /** The index of the first further part. */
    private int own() {
        return table.columns().size() - more;
    }

    @Override
    public Path path() {
        return table.path();
    }

    @Override
    public List<String> columns() {
        return table.columns().subList(0, own());
    }

    @Override
    public boolean named() {
        return table.named();
    }

    @Override
    public String delimiter() {
        return table.delimiter();
    }

    @Override
    public List<List<String>> head(int rows) throws DataException {
        return table.head(rows).stream().map(this::joined).toList();
    }

    private List<String> joined(List<String> row) {
        List<String> cells = new ArrayList<>(row.subList(0, Math.min(own(), row.size())));
        if (row.size() == own() + more) {
            cells.set(date, together(row::get));
        }
        return cells;
    }

    private String together(IntFunction<String> cell) {
        if (more == 1) {
            return joined(cell.apply(date), cell.apply(own()));
        }
        StringBuilder time = new StringBuilder(cell.apply(date).strip());
        for (int n = 0; n < more; n++) {
            time.append(n < BETWEEN.length() ? BETWEEN.charAt(n) : ' ')
                    .append(cell.apply(own() + n).strip());
        }
        return time + (more == HOUR ? minutes() : "");
    }

    /** The suffix that makes a single hour a time of day. */
    private String minutes() {
        return asWritten ? "" : ":00";
    }

    /**
     * Joins date and time of day. A midnight after the date, written by programs without a type for dates, is removed; a single hour
     * becomes a time of day.
     */
    private String joined(String day, String clock) {
        String alone = day.strip().replaceFirst("[ T]0?0:00(:00(\\.0{1,9})?)?$", "");
        String time = clock.strip();
        return (alone + " " + time + (time.length() == 1 || time.length() == 2 ? minutes() : "")).strip();
    }

    @Override
    public Table select(List<String> wanted) throws DataException {
        return selected(table, wanted, date, asWritten);
    }

    @Override
    public Table orNoRows() {
        return new DatedTable(table.orNoRows(), date, more, asWritten);
    }

    @Override
    public List<Finding> findings() {
        return table.findings();
    }

    @Override
    public void forEach(Progress progress, RowConsumer consumer) throws DataException {
        table.forEach(progress, new RowConsumer() {
            private @Nullable Row joined;

            @Override
            public void accept(DataRow row) throws DataException {
                Row now = joined == null || joined.of != row ? new Row(row) : joined;
                joined = now;
                consumer.accept(now);
            }

            @Override
            public void broken(DataException problem, List<String> cells) throws DataException {
                consumer.broken(problem, cells);
            }
        });
    }

    /** A row with its date and time of day in one cell; the same object is reused for all rows. */
    private final class Row extends DataRow {
        private final DataRow of;

        Row(DataRow of) {
            super(table.path(), DatedTable.this.columns());
            this.of = of;
        }

        @Override
        public String text(int column) {
            return column == date ? together(of::text) : of.text(column);
        }

        @Override
        protected long line() {
            return of.line();
        }

        @Override
        public boolean isWhole(int column) {
            return column != date && of.isWhole(column);
        }

        @Override
        public long whole(int column) throws DataException {
            return of.whole(column);
        }

        @Override
        public int index(int column, IdIndex ids) throws DataException {
            return of.index(column, ids);
        }

        @Override
        public double number(int column) throws DataException {
            return of.number(column);
        }
    }
}
