package dev.nara.data.read.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnpackedFilesTest {
    @TempDir
    private Path folder;

    private List<DataFile> packed() throws Exception {
        Path archive = folder.resolve("set.zip");
        Path file = ParquetFolder.write(folder, "log.parquet", "SELECT * FROM range(3)");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("day=1/log.parquet"));
            Files.copy(file, zip);
        }
        return DataFiles.at(archive).all();
    }

    private static Path looked(List<DataFile> packed) throws Exception {
        return new ParquetPlace(List.of(), packed).look((duck, files) -> {
            assertEquals(3, duck.number("SELECT count(*) FROM " + ParquetTable.source(files)));
            return files.get(0);
        });
    }

    @Test
    void looksShareWhatIsUnpackedAndReadingDeletesIt() throws Exception {
        List<DataFile> packed = packed();
        Path file = looked(packed);
        assertTrue(file.endsWith("0/day=1/log.parquet"), file.toString());
        assertTrue(Files.exists(file));
        assertEquals(file, looked(packed));
        assertEquals(file, new ParquetPlace(List.of(), packed).read((duck, files) -> files.get(0)));
        assertFalse(Files.exists(file));
    }

    @Test
    void aFailedReadingDeletesThem() throws Exception {
        List<DataFile> packed = packed();
        Path file = looked(packed);
        assertThrows(SQLException.class, () -> new ParquetPlace(List.of(), packed).read((duck, files) -> {
            throw new SQLException();
        }));
        assertFalse(Files.exists(file));
    }

    @Test
    void whoStillLooksKeepsThem() throws Exception {
        List<DataFile> packed = packed();
        try (UnpackedFiles looking = UnpackedFiles.of(packed)) {
            new ParquetPlace(List.of(), packed).read((duck, files) -> files.get(0));
            assertTrue(Files.exists(looking.files().get(0)));
        }
    }

    @Test
    void aChangedArchiveIsUnpackedAgain() throws Exception {
        List<DataFile> packed = packed();
        Path before = looked(packed);
        Files.setLastModifiedTime(folder.resolve("set.zip"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Path after = looked(packed);
        assertNotEquals(before, after);
        assertFalse(Files.exists(before));
        new ParquetPlace(List.of(), packed).read((duck, files) -> files.get(0));
        assertFalse(Files.exists(after));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanReadThem() throws Exception {
        try (UnpackedFiles unpacked = UnpackedFiles.of(packed())) {
            unpacked.done();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked.folder())));
        }
    }
}
