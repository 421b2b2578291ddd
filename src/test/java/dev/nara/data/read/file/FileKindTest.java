package dev.nara.data.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileKindTest {
    private static Optional<FileKind> of(String text) {
        return FileKind.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPrintedTableHasARuleBelowItsHeader() {
        assertEquals(Optional.of(FileKind.PRINTED), of(" u | i\n---+---\n a | x\n"));
        assertEquals(Optional.of(FileKind.PRINTED), of("| u | i |\n|---|:--|\n| a | x |\n"));
        assertEquals(Optional.of(FileKind.PRINTED), of("+---+---+\n| u | i |\n"));
        assertEquals(Optional.empty(), of("u|i|r|t\n|||\na|x|1|2\n"));
        assertEquals(Optional.empty(), of("u i\n   \na x\n"));
        assertEquals(Optional.empty(), of("u|i|r\n-|-|-\na|x|1\n"));
    }

    @Test
    void numberedFeaturesStandInTwoRows() {
        assertEquals(Optional.of(FileKind.LIBSVM), of("1 3:1 7:1\n0 2:1 7:1\n"));
        assertEquals(Optional.of(FileKind.LIBSVM), of("1 3:1 7:1\r\n-1 2:.5 7:1e-3 9:1\r\n"));
        assertEquals(Optional.of(FileKind.LIBSVM), of("1 3:1 7:1\n" + "0" + " 2:1".repeat(200)));
        assertEquals(Optional.empty(), of("1 12:30\n2 12:45\n"));
        assertEquals(Optional.empty(), of("0 1:5 2:3\nu1 i1 5\n"));
    }
}
