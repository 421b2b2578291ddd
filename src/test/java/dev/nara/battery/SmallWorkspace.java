package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TinyNeuMf;
import dev.nara.data.DataException;
import dev.nara.data.Pseudonyms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A workspace with a finished run (1), one of another algorithm (2), and a paused one (3), to be damaged in copies. */
final class SmallWorkspace {
    private static final String[] MODEL = TinyNeuMf.with("--engine", "vector", "--epochs", "4", "--seed", "3");

    private final Path whole;

    /** Makes it below a folder. */
    SmallWorkspace(Path folder) throws IOException, DataException {
        Path data = writeData(folder.resolve("u.data"));
        Path made = folder.resolve("made");
        train(made, data, MODEL);
        train(made, data, "--algorithm", "popularity");
        train(made, data, with(MODEL, "--pause-after", "2"));
        Pseudonyms.of(made);
        whole = folder.resolve("whole");
        // With what SQLite has not yet moved from its log into the database.
        try (RunStore store = RunStore.open(made)) {
            store.label(1, new StoredRun.Label("first", "notes", "a,b", true));
            copy(made, whole);
        }
    }

    /** Rows of tastes that can be learnt, the same each time. */
    static Path writeData(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder rows = new StringBuilder();
        for (int user = 0; user < 60; user++) {
            for (int n = 0; n < 15; n++) {
                int item = (user % 5) * 40 + random.nextInt(60);
                rows.append(user + "\t" + item + "\t5\t" + (1000 + n) + "\n");
            }
        }
        Files.createDirectories(file.getParent());
        return Files.writeString(file, rows.toString());
    }

    private static void train(Path workspace, Path data, String... more) {
        String[] command = {
            "train", "--data", data.toString(), "--split", "leave-one-out", "--candidates", "all", "--json"
        };
        Program.Said said = Program.run(workspace, with(command, more));
        assertEquals(0, said.code(), said.err());
    }

    static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(some));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    /** A copy of it as it is when nobody has it open. */
    void copyTo(Path folder) throws IOException {
        copy(whole, folder);
    }

    /** Copies a workspace that nobody has open. */
    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.endsWith("processes")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.getParent());
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Its files that have a content, by their path within it. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(whole)) {
            return all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .map(whole::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
