package dev.nara.data.read;

import dev.nara.data.ColumnRole;
import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a source looks: which files are read, what the columns of its log hold, and the log's first rows as they are written.
 *
 * @param files how many are read
 * @param bytes their size on disk
 * @param delimiter what stands between two cells of the log
 * @param columns of the log, in the order of the file
 * @param rows the first ones without the header, a cell a column
 */
public record Glimpse(int files, long bytes, String delimiter, List<Column> columns, List<List<String>> rows) {
    /** How many rows are shown. */
    public static final int ROWS = 4;

    /**
     * A column of the log.
     *
     * @param name as in the header; of files without one, what it is known to be
     */
    public record Column(String name, ColumnRole role) {}

    /** Copies the lists. */
    public Glimpse {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Of a log whose first row names its columns; those that are not in {@code roles} are not used. */
    public static Glimpse headed(
            DataFiles source, List<DataFile> read, DelimitedFile log, String delimiter, Map<String, ColumnRole> roles)
            throws DataException {
        List<List<String>> head = log.firstRows(ROWS + 1);
        List<Column> columns = new ArrayList<>();
        for (String cell : head.isEmpty() ? List.<String>of() : head.get(0)) {
            String name = cell.strip();
            columns.add(new Column(name, roles.getOrDefault(name, ColumnRole.IGNORE)));
        }
        return of(source, read, delimiter, columns, head.subList(Math.min(1, head.size()), head.size()));
    }

    /** Of a log without a header; further columns are not used. */
    public static Glimpse bare(
            DataFiles source, List<DataFile> read, DelimitedFile log, String delimiter, List<Column> known)
            throws DataException {
        List<List<String>> head = log.firstRows(ROWS);
        List<Column> columns = new ArrayList<>(known);
        for (int c = known.size(); !head.isEmpty() && c < head.get(0).size(); c++) {
            columns.add(new Column(Integer.toString(c + 1), ColumnRole.IGNORE));
        }
        return of(source, read, delimiter, columns, head);
    }

    /** Of rows that were read already. */
    public static Glimpse of(
            DataFiles source, List<DataFile> read, String delimiter, List<Column> columns, List<List<String>> rows) {
        return new Glimpse(read.size(), bytes(source, read), delimiter, columns, rows);
    }

    /** An archive's own size, for its entries are packed. */
    private static long bytes(DataFiles source, List<DataFile> read) {
        boolean archive = Files.isRegularFile(source.path()) && source.chosen().isEmpty();
        long sum = 0;
        for (Path file : archive
                ? List.of(source.path())
                : read.stream().map(DataFile::shown).toList()) {
            sum += size(file);
        }
        return sum;
    }

    /** One that has gone since has no size. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
