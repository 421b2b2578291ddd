package dev.nara.data.read.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTest {
    /** What it does not even try: a download would say that it failed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSTALL httpfs",
                "INSTALL httpfs FROM 'http://127.0.0.1:1'",
                "INSTALL httpfs FROM community",
                "LOAD httpfs",
                "FROM 'http://127.0.0.1:1/x.parquet'",
                "FROM 's3://bucket/x.parquet'",
                "ATTACH 'http://127.0.0.1:1/x.db'"
            })
    void triesNoNetwork(String sql) throws Exception {
        try (DuckDb duck = DuckDb.open(List.of())) {
            String said = String.valueOf(
                    assertThrows(SQLException.class, () -> duck.run(sql)).getMessage());
            assertTrue(said.matches("(?s).*(disabled|not allowed|Cannot access|requires the extension).*"), said);
            assertFalse(said.contains("download"), said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET enable_external_access = true", "SET threads = 8", "RESET extension_directory"})
    void keepsItsSettings(String sql) throws Exception {
        try (DuckDb duck = DuckDb.open(List.of())) {
            String said = String.valueOf(
                    assertThrows(SQLException.class, () -> duck.run(sql)).getMessage());
            assertTrue(said.contains("locked"), said);
        }
    }

    @Test
    void worksInAPrivateFolderThatGoes() throws Exception {
        Path written;
        try (DuckDb duck = DuckDb.open(List.of())) {
            written = duck.file("x.parquet");
            assertFalse(PrivateFiles.isOpen(written.resolveSibling("")));
            duck.run("COPY (SELECT 1) TO " + DuckDb.literal(written.toString()));
            assertTrue(Files.exists(written));
            assertEquals(
                    List.of(List.of("false")), duck.rows("SELECT current_setting('autoinstall_known_extensions')"));
        }
        assertFalse(Files.exists(written.resolveSibling("")));
    }
}
