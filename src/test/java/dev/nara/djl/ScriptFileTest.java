package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ScriptFileTest {
    @Test
    void theArchiveHoldsWhatPyTorchLooksFor() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream archive =
                new ZipInputStream(new ByteArrayInputStream(ScriptFile.of("class Step(Module):")))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                assertEquals(ZipEntry.STORED, entry.getMethod(), entry.getName());
                entries.put(entry.getName(), archive.readAllBytes());
            }
        }
        assertEquals(
                List.of("step/data.pkl", "step/code/__torch__.py", "step/constants.pkl", "step/version"),
                List.copyOf(entries.keySet()));
        assertEquals("class Step(Module):", text(entries, "step/code/__torch__.py"));
        assertEquals("10\n", text(entries, "step/version"));
        assertEquals("\u0080\u0002).", text(entries, "step/constants.pkl"));
        assertEquals(
                "\u0080\u0002c__torch__\nStep\n)\u0081}(X\b\0\0\0training\u0089ub.", text(entries, "step/data.pkl"));
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.ISO_8859_1);
    }
}
