package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Progress;
import java.nio.file.Path;
import java.util.List;

/** Rows of named columns: a delimited file, or anything else that is turned into such rows. */
public interface Table {
    /** What to call it in messages. */
    Path path();

    /** The names of its columns, no two the same; numbers from 1 where it has no names of its own. */
    List<String> columns();

    /** Whether the names are its own, and not numbers. */
    boolean named();

    /** What stands between two cells where the table is such a file; else a comma, which means nothing. */
    default String delimiter() {
        return ",";
    }

    /** The first rows, a cell a column, "" for an empty one; none at the end of a short table. */
    List<List<String>> head(int rows) throws DataException;

    /**
     * The same rows with these columns alone, in this order. A column is wanted by name, by name in any case or by number from
     * 1, see {@link ColumnNames#place}; one that is not there is refused, here or when rows are read.
     */
    Table select(List<String> wanted) throws DataException;

    /** The same rows, of which none are no error. */
    default Table orNoRows() {
        return this;
    }

    /** What is to be told of the table as a whole, such as what lies beside it. */
    default List<Finding> findings() {
        return List.of();
    }

    /** Reads all rows. Columns are numbered from 0, in the order of {@link #columns}. */
    void forEach(Progress progress, RowConsumer consumer) throws DataException;

    /** The cells of a column in the first rows, without blanks at their ends, those that are empty left out. */
    default List<String> cells(int column, int rows) throws DataException {
        return head(rows).stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
