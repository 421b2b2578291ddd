package dev.nara.data.read.duckdb;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.OwnOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes Parquet files atomically, compressed with zstd. */
public final class ParquetFiles {
    /** The file name extension of Parquet files. */
    public static final String ENDING = ".parquet";

    private ParquetFiles() {}

    /** Writes the rows of a query's result, in its order. */
    static void write(DuckDb duck, String sql, AtomicFile.Target target) throws SQLException, IOException {
        write(duck, sql, "", target);
    }

    private static void write(DuckDb duck, String sql, String options, AtomicFile.Target target)
            throws SQLException, IOException {
        Path written = duck.file("written" + ENDING);
        duck.run("COPY (" + sql + "\n) TO " + DuckDb.literal(written.toString()) + " (FORMAT parquet, COMPRESSION zstd"
                + options + ")");
        target.write(out -> Files.copy(written, out));
        Files.delete(written);
    }

    /**
     * Converts a CSV table of results as in RFC 4180, with a header.
     *
     * @param texts the columns that always become texts; others become numbers if all their cells are numbers
     */
    public static void ofCsv(AtomicFile.Target target, String csv, List<String> texts) throws IOException {
        try (DuckDb duck = DuckDb.open(List.of())) {
            Path table = Files.writeString(duck.file("table.csv"), csv, StandardCharsets.UTF_8);
            String types = texts.stream()
                    .map(name -> DuckDb.literal(name) + ": 'VARCHAR'")
                    .collect(Collectors.joining(", ", "{", "}"));
            write(
                    duck,
                    "SELECT * FROM read_csv(" + DuckDb.literal(table.toString())
                            + ", header = true, delim = ',', quote = '\"', escape = '\"', sample_size = -1, types = "
                            + types
                            + ")",
                    ", KV_METADATA {written: " + DuckDb.literal(OwnOutput.NOTE) + "}",
                    target);
        } catch (SQLException | DataException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
