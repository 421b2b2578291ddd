package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a Parquet file holds, as texts. */
public final class ParquetRows {
    private ParquetRows() {}

    /** The names of its columns, then its rows. */
    public static List<List<String>> of(Path file) throws DataException {
        ParquetTable table = ParquetTable.of(file, new ParquetPlace(List.of(file), List.of()));
        List<List<String>> rows = new ArrayList<>(List.of(table.columns()));
        table.orNoRows()
                .forEach(
                        Progress.NONE,
                        row -> rows.add(IntStream.range(0, table.columns().size())
                                .mapToObj(row::text)
                                .toList()));
        return rows;
    }
}
