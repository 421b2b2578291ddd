package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a file that is no run nothing is stored. */
class RunArchiveTest {
    @TempDir
    private Path folder;

    private Path archive(String created, String spec) throws IOException {
        Path file = folder.resolve("run.nara");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("run.json"));
            zip.write(("{\"created\":\"" + created + "\",\"spec\":" + spec + ",\"state\":\"FINISHED\",\"label\":{},"
                            + "\"environment\":{}}")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("events.jsonl"));
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "\"bpr\"",
                "{\"data\":\"/data\"}",
                "{\"algorithm\":\"bpr\",\"values\":{\"a\":null}}",
                "{\"algorithm\":\"bpr\",\"values\":[]}",
                "{\"algorithm\":\"bpr\",\"values\":{\"a\":{}}}",
                "{\"algorithm\":{},\"values\":{}}",
                "{\"algorithm\":\"bpr\",\"values\":{},\"epochs\":\"banana\"}",
                "{\"algorithm\":\"bpr\",\"values\":{},\"patience\":-1}"
            })
    void settingsThatAreNoneAreRefused(String spec) throws Exception {
        Path file = archive("2026-01-02T03:04:05Z", spec);
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, file));
            assertEquals(List.of(), store.list());
        }
    }

    @Test
    void aRunOfNoTimeIsRefused() throws Exception {
        Path file = archive("banana", "{\"algorithm\":\"bpr\",\"values\":{}}");
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, file));
            assertEquals(List.of(), store.list());
        }
    }
}
