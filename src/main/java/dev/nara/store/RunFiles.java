package dev.nara.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a workspace's runs, a folder each. */
public final class RunFiles {
    private static final String WEIGHTS = "best.safetensors";
    private static final String USER_FIGURES = "best-users.safetensors";
    private static final String CHECKPOINT = "last.safetensors";
    private static final String BATCHES = "batches.bin";
    private static final String LOG = "run.log";
    private static final String SPLIT = "split.jsonl";
    private static final String CANARIES = "canaries.jsonl";

    /** Weights that a run begins with, by their place from 1. */
    private static String start(int place) {
        return "start-" + place + ".safetensors";
    }

    /** What of a folder belongs to the run and goes where it goes. */
    static final List<String> CARRIED = List.of(
            WEIGHTS,
            USER_FIGURES,
            CHECKPOINT,
            BATCHES,
            LOG,
            SPLIT,
            CANARIES,
            start(1),
            start(2),
            "curves.csv",
            "curves.png");

    private final Path runs;

    RunFiles(Path workspace) {
        runs = workspace.resolve("runs");
    }

    /** The folder of a run. */
    public Path folder(long run) {
        return runs.resolve(Long.toString(run));
    }

    /** The best epoch's weights, there or not. */
    public Path weights(long run) {
        return folder(run).resolve(WEIGHTS);
    }

    /** Every evaluated user's figures in the best epoch, there or not. */
    public Path userFigures(long run) {
        return folder(run).resolve(USER_FIGURES);
    }

    /** What the run resumes from, there or not. */
    public Path checkpoint(long run) {
        return folder(run).resolve(CHECKPOINT);
    }

    /** The losses of its batches, there or not; see {@link BatchLog}. */
    Path batches(long run) {
        return folder(run).resolve(BATCHES);
    }

    /** What happened and when, in words, a line each; there or not. */
    public Path log(long run) {
        return folder(run).resolve(LOG);
    }

    /** The run's split, frozen with its negatives, to be named as {@code file:PATH} by others; there or not. */
    public Path split(long run) {
        return folder(run).resolve(SPLIT);
    }

    /** The lists of the canaries after every epoch, there or not; see {@link WatchedListLog}. */
    public Path canaries(long run) {
        return folder(run).resolve(CANARIES);
    }

    /** Weights that the run begins with, copied from other runs; by their place from 1, there or not. */
    Path start(long run, int place) {
        return folder(run).resolve(start(place));
    }

    /** Bytes that a run takes. */
    public long size(long run) {
        long size = 0;
        for (Path file : files(folder(run))) {
            size += file.toFile().length();
        }
        return size;
    }

    /** Deletes a run's folder. */
    void delete(long run) throws IOException {
        for (Path file : files(folder(run))) {
            Files.deleteIfExists(file);
        }
    }

    /** All within a folder and itself, what lies deepest first. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
