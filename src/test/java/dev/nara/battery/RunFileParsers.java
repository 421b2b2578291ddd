package dev.nara.battery;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunArchive;
import dev.nara.store.RunStore;
import dev.nara.store.Safetensors;
import dev.nara.store.StoredRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What reads run files: the whole file, and each of its parts packed again. What was imported can be listed and exported. */
final class RunFileParsers {
    private final Path folder;
    private final byte[] seed;

    /** {@code folder} is theirs alone. */
    RunFileParsers(Path folder) throws DataException, IOException {
        this.folder = folder;
        seed = seed();
    }

    List<Parser> all() throws IOException {
        List<Parser> all = new ArrayList<>();
        all.add(new Parser("run-file", List.of(seed), this::imported));
        Map<String, byte[]> parts = unpacked(seed);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            all.add(new Parser("run-file/" + part.getKey(), List.of(part.getValue()), input -> {
                Map<String, byte[]> broken = new LinkedHashMap<>(parts);
                broken.put(part.getKey(), part.getKey().endsWith(".safetensors") ? Seals.weights(input) : input);
                imported(packed(broken));
            }));
        }
        return all;
    }

    private byte[] seed() throws DataException, IOException {
        RunSpec spec = RunSpec.draft()
                .data("/data")
                .format("toy")
                .epochs(2)
                .values(Map.of("layers", "8"))
                .spec();
        Path file = folder.resolve("seed.nara");
        try (RunStore store = RunStore.open(folder.resolve("seed"))) {
            long run = store.create(spec);
            RunListener recorder = store.recorder(run);
            recorder.event(new RunEvent.Started(
                    "neumf", 3, 4, 9, 100, 2, "leave-one-out", "all", 3, Map.of("HR@10", 0.1), "none", "toy"));
            recorder.event(new RunEvent.Batch("train", 1, 5, 9, 0.7, 1, 2));
            recorder.event(new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), true, Map.of()));
            Safetensors.write(store.files().weights(run), new Weights().put("a", new float[] {1, 2}, 2));
            Safetensors.write(store.files().checkpoint(run), new Weights().put("a", new float[] {1, 2}, 2));
            recorder.event(new RunEvent.Finished(1, Map.of("HR@10", 0.2), 1, false));
            RunArchive.export(store, store.find(Long.toString(run)), file);
        }
        return Files.readAllBytes(file);
    }

    private static Map<String, byte[]> unpacked(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    /** What is imported does not hurt afterwards; nothing is left of what is refused. */
    private void imported(byte[] input) throws DataException, IOException {
        Path file = Files.write(folder.resolve("run.nara"), input);
        Path workspace = folder.resolve("workspace");
        try (RunStore store = RunStore.open(workspace)) {
            long run = RunArchive.read(store, file);
            try {
                for (StoredRun each : store.list()) {
                    store.replay(each.id());
                    if (each.state().ended()) {
                        RunArchive.export(store, each, folder.resolve("again.nara"));
                    }
                }
            } finally {
                store.trash().put(run);
                store.trash().clean();
            }
            if (!store.list().isEmpty() || !store.damaged().isEmpty()) {
                throw new AssertionError("something is left");
            }
        }
    }
}
