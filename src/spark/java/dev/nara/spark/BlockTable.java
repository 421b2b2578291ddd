package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.RowConsumer;
import dev.nara.data.read.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * Some rows of a distributed table. The format of columns is determined from the first rows of the whole table, so it is the same in every
 * block.
 */
final class BlockTable implements Table {
    private final Path path;
    private final List<String> columns;
    private final int[] places;
    private final List<Row> rows;
    private final List<List<String>> head;

    private BlockTable(Path path, List<String> columns, int[] places, List<Row> rows, List<List<String>> head) {
        this.path = path;
        this.columns = columns;
        this.places = places;
        this.rows = rows;
        this.head = head;
    }

    /**
     * A table with all columns.
     *
     * @param head the first rows of the whole table as texts
     */
    static BlockTable of(Path path, List<String> columns, List<Row> rows, List<List<String>> head) {
        return new BlockTable(path, columns, IntStream.range(0, columns.size()).toArray(), rows, head);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean named() {
        return true;
    }

    @Override
    public List<List<String>> head(int count) {
        return head.stream()
                .limit(count)
                .map(row -> Arrays.stream(places).mapToObj(row::get).toList())
                .toList();
    }

    @Override
    public Table select(List<String> wanted) throws DataException {
        int[] chosen = ColumnNames.places(path, columns, wanted);
        return new BlockTable(
                path,
                List.copyOf(wanted),
                Arrays.stream(chosen).map(c -> places[c]).toArray(),
                rows,
                head);
    }

    @Override
    public void forEach(Progress progress, RowConsumer consumer) throws DataException {
        TypedRow current = new TypedRow(path, columns, places);
        for (Row row : rows) {
            current.set(row);
            consumer.accept(current);
        }
    }
}
