package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.read.duckdb.ParquetRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    private Path folder;

    @Test
    void writesWhatTheNameAsksFor() throws Exception {
        List<List<String>> rows = List.of(
                List.of("item", "title", "score", "note"),
                List.of("007", "Heat, \"1995\"", "0.5", ""),
                List.of("8", "두 줄\n제목", "-1", "x"));
        Path csv = folder.resolve("t.csv");
        CsvFile.table(csv, rows);
        assertEquals(
                "item,title,score,note\n007,\"Heat, \"\"1995\"\"\",0.5,\n8,\"두 줄\n제목\",-1,x\n", Files.readString(csv));
        Path parquet = folder.resolve("t.parquet");
        CsvFile.table(parquet, rows);
        assertEquals(rows, ParquetRows.of(parquet));
    }
}
