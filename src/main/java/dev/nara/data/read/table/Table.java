package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Progress;
import java.nio.file.Path;
import java.util.List;

/** Rows of named columns: a delimited file, or anything else that is converted to such rows. */
public interface Table {
    /** The path for messages. */
    Path path();

    /** The unique names of its columns; numbers from 1 if it has no names. */
    List<String> columns();

    /** Whether the names are its own, and not numbers. */
    boolean named();

    /** The delimiter of a delimited file; a comma, without meaning, for other tables. */
    default String delimiter() {
        return ",";
    }

    /** The first rows, one cell per column, "" for an empty one; fewer if the table is shorter. */
    List<List<String>> head(int rows) throws DataException;

    /**
     * A view with only these columns, in this order. A column is given by name, ignoring case if necessary, or by number from 1, see {@link
     * ColumnNames#place}; a missing one is an error, here or when rows are read.
     */
    Table select(List<String> wanted) throws DataException;

    /** A view that accepts having no rows. */
    default Table orNoRows() {
        return this;
    }

    /** Findings about the table as a whole, such as about files next to it. */
    default List<Finding> findings() {
        return List.of();
    }

    /** Reads all rows. Columns are numbered from 0, in the order of {@link #columns}. */
    void forEach(Progress progress, RowConsumer consumer) throws DataException;

    /** The non-empty cells of a column in the first rows, without surrounding blanks. */
    default List<String> cells(int column, int rows) throws DataException {
        return head(rows).stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
