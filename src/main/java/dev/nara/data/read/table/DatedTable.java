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

/** A table whose times stand in several columns, the date and the time of day or parts of both, as if they stood in one. */
public final class DatedTable implements Table {
    /** What stands behind year, month, day, hour and minute. */
    private static final String BETWEEN = "-- ::";

    /** So many parts beside the year, the last of which is the hour. */
    private static final int HOUR = 3;

    private final Table table;
    private final int date;
    private final int more;
    private final boolean asWritten;

    /** Of a table whose last columns hold so many more parts of the time. */
    private DatedTable(Table table, int date, int more, boolean asWritten) {
        this.table = table;
        this.date = date;
        this.more = more;
        this.asWritten = asWritten;
    }

    /**
     * Columns of a table.
     *
     * @param wanted their names; that of the date may be several with {@link ColumnRoles#AND} between them
     * @param date the place of the date among them
     * @param asWritten whether somebody has said how times are written, so that nothing is to be added to an hour alone
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

    /** The place of the first of the other parts. */
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

    /** What makes an hour alone a time of day. */
    private String minutes() {
        return asWritten ? "" : ":00";
    }

    /** Of a date with midnight behind it, which programs write that know no date alone, the date; an hour alone is a time of day. */
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

    /** A row with its date and time of day in one cell; tables hand on one and the same, time after time. */
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
