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
 * A preview of a source: its files, the roles of its log's columns, and the log's first rows as written.
 *
 * @param files the number of files to read
 * @param bytes their size on disk
 * @param delimiter the separator of the log's cells
 * @param columns of the log, in the order of the file
 * @param rows the first rows without the header, one cell per column
 */
public record Glimpse(int files, long bytes, String delimiter, List<Column> columns, List<List<String>> rows) {
    /** The number of rows shown. */
    public static final int ROWS = 4;

    /**
     * A column of the log.
     *
     * @param name from the header; in files without one, a name for its known content
     */
    public record Column(String name, ColumnRole role) {}

    public Glimpse {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** For a log with a header; columns that are not in {@code roles} are unused. */
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

    /** For a log without a header; further columns are unused. */
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

    /** For rows that were already read. */
    public static Glimpse of(
            DataFiles source, List<DataFile> read, String delimiter, List<Column> columns, List<List<String>> rows) {
        return new Glimpse(read.size(), bytes(source, read), delimiter, columns, rows);
    }

    /** The size of the files; for an archive its own size, because its entries are compressed. */
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

    /** The size of a file; 0 if it was deleted in the meantime. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
