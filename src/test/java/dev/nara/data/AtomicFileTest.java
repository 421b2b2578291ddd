package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @Test
    void aFailureLeavesTheOldFileAndNothingElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("list.csv");
        AtomicFile.write(file, out -> out.write('1'));
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write('2');
                    throw new IOException("the disk is full");
                }));
        assertEquals("1", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced(@TempDir Path folder) throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real.csv"));
        AtomicFile.write(link, out -> out.write('n'));
        assertEquals(Path.of("real.csv"), Files.readSymbolicLink(link));
        assertEquals("n", Files.readString(real));

        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.csv"), Path.of("later.csv"));
        AtomicFile.write(dangling, out -> out.write('l'));
        assertEquals("l", Files.readString(folder.resolve("later.csv")));
    }

    @Test
    void linksInACircleAreRefused(@TempDir Path folder) throws IOException {
        Path link = folder.resolve("a");
        Files.createSymbolicLink(link, Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        assertThrows(FileSystemLoopException.class, () -> AtomicFile.write(link, out -> out.write('x')));
    }

    @Test
    void aFolderIsNotReplaced(@TempDir Path folder) throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        IOException refused = assertThrows(IOException.class, () -> AtomicFile.write(there, out -> out.write('x')));
        assertEquals(Optional.of(SystemCause.FOLDER), SystemCause.of(refused));
    }

    @Test
    void aPipeIsWrittenIntoAndStays(@TempDir Path folder) throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        FutureTask<String> read = new FutureTask<>(() -> Files.readString(pipe));
        new Thread(read).start();
        OutputFile.write(pipe, out -> out.write("all of it".getBytes(StandardCharsets.UTF_8)));
        assertEquals("all of it", read.get(300, TimeUnit.SECONDS));
        assertTrue(Destination.isStream(pipe));
        assertThrows(IOException.class, () -> AtomicFile.write(pipe, out -> out.write('x')), "of the program's own");
    }

    @Test
    void aFullDeviceIsReportedAsAFullDisk() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        IOException refused = assertThrows(IOException.class, () -> OutputFile.write(full, out -> out.write('x')));
        assertEquals(Optional.of(SystemCause.FULL), SystemCause.of(refused));
    }
}
