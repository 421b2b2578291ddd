package dev.nara.battery;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.entry.StoredRun;
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
    RunFileParsers(Path folder) throws IOException {
        this.folder = folder;
        seed = seed(folder);
    }

    List<Parser> all() throws IOException {
        List<Parser> all = new ArrayList<>();
        all.add(new Parser("run-file", List.of(seed), this::imported));
        Map<String, byte[]> parts = unpacked(seed);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            all.add(new Parser("run-file/" + part.getKey(), List.of(part.getValue()), input -> {
                Map<String, byte[]> broken = new LinkedHashMap<>(parts);
                broken.put(part.getKey(), sealed(part.getKey(), input));
                imported(packed(broken));
            }));
        }
        return all;
    }

    /** A small run, trained and exported. */
    private static byte[] seed(Path folder) throws IOException {
        String data = SmallWorkspace.writeData(folder.resolve("u.data")).toString();
        String file = folder.resolve("seed.nara").toString();
        Path workspace = folder.resolve("seed");
        String[] train = {"train", "--data", data, "--engine", "vector", "--epochs", "2", "--set", "gmf_dimension=2"};
        Program.run(workspace, SmallWorkspace.with(train, "--set", "layers=2", "--set", "mlp_user_dimension=2"));
        Program.run(workspace, "runs", "export", "--run", "1", "--file", file);
        return Files.readAllBytes(Path.of(file));
    }

    private static byte[] sealed(String part, byte[] input) {
        return part.endsWith(".safetensors") ? Seals.weights(input) : Seals.lines(input);
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
