package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A base class of tables that are converted from other structures row by row. Throws if there are no rows. */
public abstract class RowsTable implements Table {
    private final Path path;
    private final List<String> columns;
    private final boolean named;

    /** A table with these columns; for {@code named} see {@link Table#named}. */
    protected RowsTable(Path path, List<String> columns, boolean named) {
        this.path = path;
        this.columns = List.copyOf(columns);
        this.named = named;
    }

    /** Receives rows. */
    @FunctionalInterface
    public interface Taking {
        /**
         * Receives a row.
         *
         * @param line its position, see {@link DataRow#line}
         * @param cells one per column, valid only during this call
         * @return whether more rows are wanted
         */
        boolean row(long line, String... cells) throws DataException;

        /** Receives a line that cannot be split; throws the problem, unless the line is to be left out. */
        default void broken(DataException problem, String line) throws DataException {
            throw problem;
        }
    }

    /** Passes all rows on, or as many as are wanted. */
    protected abstract void rows(Progress progress, Taking taking) throws DataException;

    @Override
    public final Path path() {
        return path;
    }

    @Override
    public final List<String> columns() {
        return columns;
    }

    @Override
    public final boolean named() {
        return named;
    }

    @Override
    public final List<List<String>> head(int count) throws DataException {
        List<List<String>> head = new ArrayList<>();
        if (count > 0) {
            rows(Progress.NONE, new Taking() {
                @Override
                public boolean row(long line, String... cells) {
                    head.add(List.of(cells));
                    return head.size() < count;
                }

                @Override
                public void broken(DataException problem, String line) {
                    // They are reported when the rows are actually read.
                }
            });
        }
        return head;
    }

    @Override
    public final Table select(List<String> wanted) throws DataException {
        return new Selected(this, List.copyOf(wanted), ColumnNames.places(path, columns, wanted), false);
    }

    @Override
    public final void forEach(Progress progress, RowConsumer consumer) throws DataException {
        int[] all = IntStream.range(0, columns.size()).toArray();
        new Selected(this, columns, all, false).forEach(progress, consumer);
    }

    /** Some of the columns. */
    private static final class Selected implements Table {
        private final RowsTable of;
        private final List<String> columns;
        private final int[] places;
        private final boolean mayBeEmpty;

        Selected(RowsTable of, List<String> columns, int[] places, boolean mayBeEmpty) {
            this.of = of;
            this.columns = columns;
            this.places = places;
            this.mayBeEmpty = mayBeEmpty;
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public Table orNoRows() {
            return new Selected(of, columns, places, true);
        }

        @Override
        public Path path() {
            return of.path;
        }

        @Override
        public boolean named() {
            return of.named;
        }

        @Override
        public List<List<String>> head(int count) throws DataException {
            return of.head(count).stream()
                    .map(row -> IntStream.of(places).mapToObj(row::get).toList())
                    .toList();
        }

        @Override
        public Table select(List<String> wanted) throws DataException {
            int[] chosen = ColumnNames.places(of.path, columns, wanted);
            return new Selected(
                    of,
                    List.copyOf(wanted),
                    IntStream.of(chosen).map(c -> places[c]).toArray(),
                    mayBeEmpty);
        }

        @Override
        public void forEach(Progress progress, RowConsumer consumer) throws DataException {
            CellRow row = new CellRow(of.path, columns, places);
            of.rows(progress, new Taking() {
                @Override
                public boolean row(long line, String... cells) throws DataException {
                    row.set(cells, line);
                    consumer.accept(row);
                    return true;
                }

                @Override
                public void broken(DataException problem, String line) throws DataException {
                    consumer.broken(problem, List.of(line));
                }
            });
            if (row.isEmpty() && !mayBeEmpty) {
                throw new DataException(of.path, Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
            }
        }
    }
}
