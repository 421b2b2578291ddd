package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
