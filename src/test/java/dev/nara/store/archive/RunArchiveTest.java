package dev.nara.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.TrainedWorkspace;
import dev.nara.store.check.WorkspaceCheck;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
            zip.write(("{\"created\":\"" + created + "\",\"spec\":" + spec
                            + ",\"state\":\"FINISHED\",\"label\":{\"name\":\"\",\"notes\":\"\",\"tags\":\"\"},"
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
            DataException error = assertThrows(DataException.class, () -> RunArchive.read(store, file));
            assertTrue(error.getMessage().startsWith(file + ": "), error.getMessage());
            assertEquals(List.of(), store.list());
        }
    }

    @Test
    void aRunWithoutTheWeightsOfItsBestEpochIsRefused() throws Exception {
        Path whole = exported();
        Path without = folder.resolve("without.nara");
        try (ZipFile zip = new ZipFile(whole.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(without))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName().replace("best-1.", "bert-1.")));
                zip.getInputStream(entry).transferTo(out);
            }
        }
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, without));
            assertEquals(List.of(), store.list());
            RunArchive.read(store, whole);
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

    private Path exported() throws Exception {
        Path file = folder.resolve("exported.nara");
        RunSpec spec = RunSpec.draft().data("/data").format("toy").spec();
        try (RunStore store = RunStore.open(folder.resolve("other"))) {
            RunListener recorder = store.recorder(store.create(spec));
            recorder.event(new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), true, Map.of()));
            TestModels.weights(store, 1, new Weights().put("a", new float[] {1, 2, 3}, 3));
            recorder.event(new RunEvent.Finished(1, Map.of("HR@10", 0.2), 1, false));
            RunArchive.export(store, store.find("1"), file);
        }
        return file;
    }

    /** Of every part, each byte of what is packed: the library would hand out most of them. */
    @Test
    void noPartCanBeChanged() throws Exception {
        Path file = exported();
        byte[] bytes = Files.readAllBytes(file);
        List<int[]> packed = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            int from = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                // A local head is 30 bytes, then the name; the parts follow one another.
                from = indexOf(bytes, entry.getName(), from) + entry.getName().length();
                packed.add(new int[] {from, from + (int) entry.getCompressedSize()});
            }
        }
        Map<String, String> whole = parts(file);
        int refused = 0;
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            for (int[] part : packed) {
                for (int at = part[0]; at < part[1]; at += Math.max(1, (part[1] - part[0]) / 40)) {
                    byte[] changed = bytes.clone();
                    changed[at] ^= 4;
                    Path broken = Files.write(folder.resolve("broken.nara"), changed);
                    // Some bits of what is packed say nothing, or the same in another way.
                    if (!parts(broken).equals(whole)) {
                        assertThrows(DataException.class, () -> RunArchive.read(store, broken));
                        refused++;
                    }
                }
            }
            assertTrue(refused > 80, refused + " refused");
            assertEquals(List.of(), store.list());
            assertEquals(1, RunArchive.read(store, file), "the file itself is whole");
        }
    }

    /** What the library hands out of every part, whether it is what was packed or not; "" where it hands out nothing. */
    private static Map<String, String> parts(Path file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    parts.put(entry.getName(), "");
                }
            }
        }
        return parts;
    }

    private static int indexOf(byte[] bytes, String word, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word, from);
    }

    private Path archive(String events, Consumer<ZipOutputStream> more) throws Exception {
        Path file = folder.resolve("made.nara");
        String spec = "{\"algorithm\":\"bpr\",\"values\":{}}";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("run.json"));
            zip.write(("{\"created\":\"2026-01-02T03:04:05Z\",\"spec\":" + spec
                            + ",\"state\":\"FINISHED\",\"label\":{\"name\":\"\",\"notes\":\"\",\"tags\":\"\",\"star\":false},"
                            + "\"environment\":{}}")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("events.jsonl"));
            zip.write(events.getBytes(StandardCharsets.UTF_8));
            more.accept(zip);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/etc/x", "a/b", "..", "", "x\u001b[2J", "=1+1"})
    void aMetricCannotBeCalledThat(String metric) throws Exception {
        JsonObject figures = new JsonObject();
        figures.addProperty(metric, 0.5);
        String event =
                "{\"event\":\"epoch\",\"phase\":\"train\",\"epoch\":1,\"loss\":1,\"seconds\":1,\"examplesPerSecond\":1,"
                        + "\"evaluationSeconds\":1,\"metrics\":" + figures + ",\"best\":true,\"health\":{}}";
        Path file = archive(event + "\n", zip -> {});
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, file));
            assertEquals(List.of(), store.list());
        }
    }

    @Test
    void moreThanTheFileCanHoldIsNotUnpacked() throws Exception {
        Path file = archive("", zip -> {
            try {
                zip.putNextEntry(new ZipEntry("run.log"));
                byte[] zeros = new byte[1 << 20];
                for (int n = 0; n < 100; n++) {
                    zip.write(zeros);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, file));
            assertEquals(List.of(), store.list());
        }
    }

    /** Packed anew, so that the archive itself is whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run.json",
                "last.safetensors",
                "best-N.safetensors",
                "best-N-users.safetensors",
                "batches.bin",
                "canaries.jsonl",
                "split.jsonl",
                "run.log"
            })
    void aPartThatWasChangedBeforeItWasPackedIsRefused(String name) throws Exception {
        Path file = folder.resolve("trained.nara");
        TrainedWorkspace.train(folder.resolve("trained"), 1, 0);
        try (RunStore store = RunStore.open(folder.resolve("trained"))) {
            RunArchive.export(store, store.find("1"), file);
        }
        Path changed = folder.resolve("changed.nara");
        int parts = 0;
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().replaceFirst("-\\d+", "-N").equals(name)) {
                    // No text either.
                    bytes[bytes.length / 2] ^= (byte) 0x81;
                    parts++;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
        assertEquals(1, parts);
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            DataException error = assertThrows(DataException.class, () -> RunArchive.read(store, changed));
            assertTrue(
                    error.getMessage().startsWith(changed + ": This file is not an exported run"), error.getMessage());
            assertEquals(List.of(), store.list());
            assertEquals(List.of(), store.orphans().list());
            long run = RunArchive.read(store, file);
            assertEquals(1, store.list().size());
            assertTrue(store.models().userFigures(run).isPresent());
        }
        assertEquals(
                List.of(),
                WorkspaceCheck.of(folder.resolve("workspace"), false, store -> store.studies()
                                .damaged())
                        .findings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+292278995-01-01T00:00:00Z",
                "2026-01-02T03:04:05+09:00",
                "2026-02-30T00:00:00Z"
            })
    void aTimeThatNotEveryClockKnowsIsRefused(String created) throws Exception {
        Path file = archive(created, "{\"algorithm\":\"bpr\",\"values\":{}}");
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, file));
            assertEquals(List.of(), store.list());
        }
    }

    /** Whatever study it says that it is of, and whatever its settings name: neither joins what is here, nor keeps it from being shown. */
    @Test
    void aRunOfAnotherWorkspaceJoinsNoStudyHere() throws Exception {
        Path file = folder.resolve("run.nara");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("run.json"));
            zip.write(("{\"created\":\"2026-01-02T03:04:05Z\",\"spec\":{\"algorithm\":\"bpr\",\"values\":{}},"
                            + "\"state\":\"FINISHED\",\"label\":{\"name\":\"\",\"notes\":\"\",\"tags\":\"\"},"
                            + "\"environment\":{},\"study\":{\"study\":1,\"trial\":2,\"kept\":[],\"test\":true}}")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("events.jsonl"));
        }
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            long study = store.studies().create("{\"a\":1}");
            long run = RunArchive.read(store, file);
            assertEquals(List.of(), store.studies().runs(study));
            store.studies().put(study);
            assertEquals(List.of(run), store.list().stream().map(StoredRun::id).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"algorithm\":\"bpr\",\"values\":{},\"fingerprint\":\"a\\u001bb\"}",
                "{\"algorithm\":\"bpr\",\"values\":{},\"recipe\":{\"items\":{\"file\":\"a\\u0000b\",\"key\":\"\"}}}"
            })
    void whatNoFileIsCalledIsNoSetting(String spec) throws Exception {
        Path file = archive("2026-01-02T03:04:05Z", spec);
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, file));
        }
    }

    /** Each part is whole, and both are of this run. */
    @Test
    void aLogThatTellsOtherEpochsThanTheEventsIsRefused() throws Exception {
        Path file = folder.resolve("trained.nara");
        TrainedWorkspace.train(folder.resolve("trained"), 1, 0);
        try (RunStore store = RunStore.open(folder.resolve("trained"))) {
            RunArchive.export(store, store.find("1"), file);
        }
        Path changed = folder.resolve("changed.nara");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("events.jsonl")) {
                    List<String> lines = new ArrayList<>(
                            new String(bytes, StandardCharsets.UTF_8).lines().toList());
                    lines.add(1, lines.remove(2));
                    bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
                }
                out.write(bytes);
            }
        }
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, changed));
            assertEquals(List.of(), store.list());
        }
    }

    @Test
    void moreEventsThanARunHasAreRefused() throws Exception {
        Path file = archive(
                "{\"event\":\"paused\",\"phase\":\"train\",\"epoch\":1,\"left\":true}\n".repeat(200_001), zip -> {});
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertThrows(DataException.class, () -> RunArchive.read(store, file));
        }
    }
}
