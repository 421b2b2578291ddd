package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    private static final Path FOLDER = Path.of("/out/params");

    @ParameterizedTest
    @ValueSource(strings = {"Recall_25", "negatives", "아이들 2022", "ml-100k.inter", "a+b (1)"})
    void aPlainNameStays(String name) {
        assertEquals(FOLDER.resolve(name), FileNames.within(FOLDER, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "..",
                ".",
                "a/b",
                "a\\b",
                "C:x",
                ".hidden",
                "x\u0000y",
                "a\u202Eb",
                ""
            })
    void noNameLeavesTheFolder(String name) {
        Path file = FileNames.within(FOLDER, name);
        assertEquals(FOLDER, file.normalize().getParent(), file.toString());
        assertNotEquals(".", file.getFileName().toString().substring(0, 1));
    }

    @Test
    void differentNamesStayDifferent() {
        assertNotEquals(FileNames.of("a/b"), FileNames.of("a\\b"));
        assertEquals(120 + 9, FileNames.of("x".repeat(4000)).length(), "cut, with a checksum of all");
    }
}
