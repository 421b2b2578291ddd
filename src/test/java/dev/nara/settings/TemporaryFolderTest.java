package dev.nara.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.data.FolderInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:20:00Z");

    @TempDir
    private Path folder;

    private void left(String name, String at) throws Exception {
        Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(Instant.parse(at)));
    }

    @Test
    void whatAKilledProgramUnpackedIsDeletedAndWhatIsBeingUnpackedStays() throws Exception {
        left("sqlite-3.54.1.0-1-libsqlitejdbc.so", "2026-01-02T03:09:59Z");
        left("sqlite-3.54.1.0-1-libsqlitejdbc.so.lck", "2026-01-02T03:09:59Z");
        left("sqlite-3.54.1.0-2-libsqlitejdbc.so", "2026-01-02T03:10:01Z");
        left("libduckdb_java1234.so", "2026-01-02T03:09:59Z");
        left("jna1234.tmp", "2026-01-02T03:09:59Z");
        left("probe17", "2026-01-01T00:00:00Z");
        left("somebody's.txt", "2026-01-01T00:00:00Z");
        TemporaryFolder.sweep(folder, NOW);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("somebody's.txt", "sqlite-3.54.1.0-2-libsqlitejdbc.so"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void whatDuckDbWroteAndCopiesOfFontsAreDeletedADayLater() throws Exception {
        left("+~JF1.tmp", "2026-01-01T03:19:59Z");
        left("+~JF2.tmp", "2026-01-01T03:20:01Z");
        for (String name : List.of("duckdb-1", "duckdb-2")) {
            Files.createDirectory(folder.resolve(name));
            left(name + "/spilled", "2026-01-01T03:19:59Z");
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.parse("2026-01-01T03:19:59Z")));
        }
        Files.setLastModifiedTime(
                folder.resolve("duckdb-2/spilled"), FileTime.from(Instant.parse("2026-01-01T03:20:01Z")));
        TemporaryFolder.sweep(folder, NOW);
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of("", "+~JF2.tmp", "duckdb-2", "duckdb-2/spilled"),
                    files.map(file -> folder.relativize(file).toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void whatAKilledProgramUnpackedForDuckDbIsDeletedAtTheNextStart() throws Exception {
        for (String name : List.of("duckdb-ended", "duckdb-living", "duckdb-new")) {
            Files.createDirectories(folder.resolve(name + "/unpacked"));
            left(name + "/unpacked/log.parquet", "2026-01-02T03:19:59Z");
        }
        left("duckdb-ended/in-use", "2026-01-02T03:19:00Z");
        left("duckdb-new/in-use", "2026-01-02T03:19:59Z");
        try (FolderInUse living = FolderInUse.mark(folder.resolve("duckdb-living"))) {
            Files.setLastModifiedTime(
                    folder.resolve("duckdb-living/in-use"), FileTime.from(Instant.parse("2026-01-02T03:19:00Z")));
            TemporaryFolder.sweep(folder, NOW);
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(
                        List.of("duckdb-living", "duckdb-new"),
                        files.map(file -> file.getFileName().toString())
                                .sorted()
                                .toList(),
                        living.toString());
            }
        }
    }

    @Test
    void aProcessThatIsKilledLeavesItsFolder() throws Exception {
        Path marked = Files.createDirectory(folder.resolve("duckdb-1"));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Marking.class.getName(),
                        marked.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals('m', other.getInputStream().read());
        Instant later = Instant.now().plusSeconds(60);
        assertFalse(FolderInUse.isLeft(marked, later));
        other.destroyForcibly().waitFor();
        assertTrue(FolderInUse.isLeft(marked, later));
    }

    /** A running program cannot be opened for writing, as a file on a share without locks cannot be locked. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderWhoseMarkCannotBeLockedStays() throws Exception {
        Path mark = Files.createDirectory(folder.resolve("duckdb-1")).resolve("in-use");
        Files.copy(Path.of("/bin/sh"), mark, StandardCopyOption.COPY_ATTRIBUTES);
        Process running = started(mark);
        try {
            assumeTrue(running.getInputStream().read() == 's');
            Files.setLastModifiedTime(mark, FileTime.from(Instant.parse("2026-01-02T03:19:00Z")));
            TemporaryFolder.sweep(folder, NOW);
            assertTrue(Files.exists(mark));
        } finally {
            running.destroyForcibly().waitFor();
        }
    }

    private static Process started(Path shell) {
        try {
            return new ProcessBuilder(shell.toString(), "-c", "echo s; read x").start();
        } catch (IOException e) {
            return abort("programs cannot be run from here");
        }
    }

    /** Marks a folder and waits to be killed. */
    static final class Marking {
        private Marking() {}

        public static void main(String[] arguments) throws Exception {
            try (FolderInUse use = FolderInUse.mark(Path.of(arguments[0]))) {
                System.out.print("m" + use);
                System.out.flush();
                new CountDownLatch(1).await();
            }
        }
    }
}
