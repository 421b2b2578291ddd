package dev.nara.data.read.table;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table whose times stand in two columns, the date and the time of day, as if they stood in one. */
public final class DatedTable implements Table {
    private final Table table;
    private final int date;

    /** Of a table whose last column holds the times of day. */
    private DatedTable(Table table, int date) {
        this.table = table;
        this.date = date;
    }

    /**
     * Columns of a table.
     *
     * @param wanted their names; that of the date may be two with {@link ColumnRoles#AND} between them
     * @param date the place of the date among them
     */
    public static Table selected(Table table, List<String> wanted, int date) throws DataException {
        String name = wanted.get(date);
        int and = name.indexOf(ColumnRoles.AND);
        if (and < 0 || ColumnNames.place(table.columns(), name) >= 0) {
            return table.select(wanted);
        }
        List<String> both = new ArrayList<>(wanted);
        both.set(date, name.substring(0, and));
        both.add(name.substring(and + ColumnRoles.AND.length()));
        return new DatedTable(table.select(both), date);
    }

    private int last() {
        return table.columns().size() - 1;
    }

    @Override
    public Path path() {
        return table.path();
    }

    @Override
    public List<String> columns() {
        return table.columns().subList(0, last());
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
        List<String> cells = new ArrayList<>(row.subList(0, Math.min(last(), row.size())));
        if (row.size() > last()) {
            cells.set(date, joined(row.get(date), row.get(last())));
        }
        return cells;
    }

    /** Of a date with midnight behind it, which programs write that know no date alone, the date. */
    private static String joined(String day, String clock) {
        String alone = day.strip().replaceFirst("[ T]0?0:00(:00(\\.0{1,9})?)?$", "");
        return (alone + " " + clock.strip()).strip();
    }

    @Override
    public Table select(List<String> wanted) throws DataException {
        return selected(table, wanted, date);
    }

    @Override
    public Table orNoRows() {
        return new DatedTable(table.orNoRows(), date);
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
            return column == date ? joined(of.text(date), of.text(last())) : of.text(column);
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
