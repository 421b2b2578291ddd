package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemCauseTest {
    private static Optional<SystemCause> of(String said) {
        return SystemCause.of(new IOException(said));
    }

    @Test
    void whatTheSystemSaysIsUnderstoodInBothLanguages() {
        assertEquals(Optional.of(SystemCause.FULL), of("No space left on device"));
        assertEquals(Optional.of(SystemCause.FULL), of("장치에 남은 공간이 없음"));
        assertEquals(Optional.of(SystemCause.READONLY), of("/mnt/x (Read-only file system)"));
        assertEquals(Optional.of(SystemCause.HANDLES), of("/data/a.csv (Too many open files)"));
        assertEquals(Optional.of(SystemCause.DENIED), SystemCause.of(new AccessDeniedException("/root/x")));
        assertEquals(Optional.of(SystemCause.FOLDER), of("Is a directory"));
        assertEquals(
                Optional.of(SystemCause.FULL),
                SystemCause.of(new SQLException("[SQLITE_FULL] Insertion failed because database is full")));
        assertEquals(Optional.empty(), SystemCause.of(new NoSuchFileException("/no space left")));
    }

    @Test
    void theCauseOfAnErrorIsReportedWithItsFileAndARemedy() {
        IOException full = new FileSystemException("/data/list.csv", null, "No space left on device");
        assertEquals(
                Optional.of("/data/list.csv: The disk is full. Free some space on it, or choose a place on another"
                        + " disk."),
                DataException.of(new IllegalStateException(full)).map(Throwable::getMessage));
        String memory = DataException.of(new IllegalStateException(new OutOfMemoryError("Java heap space")))
                .orElseThrow()
                .message(Locale.ENGLISH);
        assertEquals(
                "There is not enough memory. Java may use "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB. Give it more, for example NARA_JAVA_OPTIONS=-Xmx8g, or use less data.",
                memory);
        assertEquals(Optional.empty(), DataException.of(new IllegalStateException("a bug")));
    }
}
