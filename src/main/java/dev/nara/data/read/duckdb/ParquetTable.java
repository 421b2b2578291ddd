package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.RowConsumer;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;

/** Parquet files as one table, including the columns in the names of their folders. Throws if not all files have the same columns. */
final class ParquetTable implements Table {
    private final Path path;
    private final ParquetPlace place;
    private final List<ParquetField> fields;
    private final boolean mayBeEmpty;

    private ParquetTable(Path path, ParquetPlace place, List<ParquetField> fields, boolean mayBeEmpty) {
        this.path = path;
        this.place = place;
        this.fields = fields;
        this.mayBeEmpty = mayBeEmpty;
    }

    /** A table with all columns of the files of a path. */
    static ParquetTable of(Path path, ParquetPlace place) throws DataException {
        try {
            return place.look((duck, files) -> {
                checkSame(duck, path, files);
                if (rows(duck, files) == 0) {
                    throw new DataException(path, Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
                }
                return new ParquetTable(path, place, ParquetField.of(duck, source(files)), false);
            });
        } catch (SQLException e) {
            throw DuckDb.failed(path, e);
        }
    }

    private static void checkSame(DuckDb duck, Path path, List<Path> files) throws SQLException, DataException {
        if (files.size() < 2) {
            return;
        }
        List<List<String>> kinds = duck.rows(
                "SELECT min(file_name) FROM (SELECT file_name, list(name) AS columns" + " FROM parquet_schema("
                        + DuckDb.literals(files) + ") GROUP BY file_name) GROUP BY columns ORDER BY 1");
        if (kinds.size() > 1) {
            String examples = kinds.stream()
                    .limit(4)
                    .map(row -> String.valueOf(Path.of(row.get(0)).getFileName()))
                    .collect(Collectors.joining(", "));
            throw new DataException(
                    path, Text.of("data.parquet.several", examples), Text.of("data.parquet.several.remedy"));
        }
    }

    private static long rows(DuckDb duck, List<Path> files) throws SQLException {
        return duck.number("SELECT sum(num_rows) FROM parquet_file_metadata(" + DuckDb.literals(files) + ")");
    }

    /** The files as SQL source. */
    static String source(List<Path> files) {
        return "read_parquet(" + DuckDb.literals(files) + ", hive_partitioning = true)";
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public List<String> columns() {
        return fields.stream().map(ParquetField::name).toList();
    }

    @Override
    public boolean named() {
        return true;
    }

    @Override
    public ParquetTable select(List<String> wanted) throws DataException {
        int[] places = ColumnNames.places(path, columns(), wanted);
        return new ParquetTable(
                path, place, Arrays.stream(places).mapToObj(fields::get).toList(), mayBeEmpty);
    }

    @Override
    public ParquetTable orNoRows() {
        return new ParquetTable(path, place, fields, true);
    }

    @Override
    public List<List<String>> head(int rows) throws DataException {
        List<List<String>> head = new ArrayList<>();
        try {
            place.look(
                    (duck, files) -> read(duck, files, " LIMIT " + rows, row -> head.add(texts(row)), Progress.NONE));
        } catch (SQLException e) {
            throw DuckDb.failed(path, e);
        }
        return head;
    }

    private List<String> texts(DataRow row) {
        return IntStream.range(0, fields.size()).mapToObj(row::text).toList();
    }

    @Override
    public void forEach(Progress progress, RowConsumer consumer) throws DataException {
        long rows;
        try {
            rows = place.read((duck, files) -> read(duck, files, "", consumer, progress));
        } catch (SQLException e) {
            throw DuckDb.failed(path, e);
        }
        if (rows == 0 && !mayBeEmpty) {
            throw new DataException(path, Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
    }

    /** Reads rows and returns their number; progress is in rows. */
    private long read(DuckDb duck, List<Path> files, String limit, RowConsumer consumer, Progress progress)
            throws SQLException, DataException {
        long rows = 0;
        String asked = fields.stream()
                .map(ParquetField::asked)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + source(files) + limit));
        long total = rows(duck, files);
        try (DuckDBPreparedStatement statement = duck.connection().prepare(asked);
                DuckDBChunkedResult result = statement.query()) {
            ParquetRow row = new ParquetRow(
                    path, columns(), fields.stream().map(ParquetField::type).toList());
            while (result.nextChunk()) {
                long size = row.take(result.chunk(), rows);
                for (long r = 0; r < size; r++) {
                    row.at(r);
                    consumer.accept(row);
                }
                rows += size;
                progress.at(rows, total);
            }
        }
        return rows;
    }
}
