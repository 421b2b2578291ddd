package dev.nara.store;

import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a workspace's runs, a folder each. */
public final class RunFiles {
    /** The note beside users' figures that tells which users they are of: equal where the users are. */
    public static final String USERS = "users";

    /** The note that tells which run weights and checkpoints are of, so that no file of another run is taken for its own. */
    static final String IDENTITY = "run_identity";

    private static final String NEXT_WEIGHTS = "next-best.safetensors";
    private static final String NEXT_USER_FIGURES = "next-best-users.safetensors";
    private static final String WEIGHTS = "best.safetensors";
    private static final String USER_FIGURES = "best-users.safetensors";
    private static final String VALIDATION_FIGURES = "validation-users.safetensors";
    private static final String CHECKPOINT = "last.safetensors";
    private static final String BATCHES = "batches.bin";
    private static final String LOG = "run.log";
    private static final String SPLIT = "split.jsonl";
    private static final String WATCHED = "canaries.jsonl";

    /** Weights that a run begins with, by their place from 1. */
    static String start(int place) {
        return "start-" + place + ".safetensors";
    }

    /** What of a folder belongs to the run and goes where it goes. */
    static final List<String> CARRIED = List.of(
            WEIGHTS,
            USER_FIGURES,
            NEXT_WEIGHTS,
            NEXT_USER_FIGURES,
            VALIDATION_FIGURES,
            CHECKPOINT,
            BATCHES,
            LOG,
            SPLIT,
            WATCHED,
            start(1),
            start(2),
            "curves.csv",
            "curves.png");

    /** Lies in a folder whose run is just being stored or deleted; whether there is such a run is for the database to say. */
    private static final String UNSETTLED = ".unsettled";
    /** Begins the name of a folder that is being filled; the name of the program that fills it follows, then a dot. */
    private static final String STAGED = ".new-";

    private final Path workspace;
    private final Path runs;

    RunFiles(Path workspace) {
        this.workspace = workspace;
        runs = workspace.resolve("runs");
    }

    /** The folder of it all. */
    Path workspace() {
        return workspace;
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

    /** Every evaluated user's figures on the validation part at some epochs of a trial, there or not; see {@link EpochFigures}. */
    public Path validationFigures(long run) {
        return folder(run).resolve(VALIDATION_FIGURES);
    }

    /** Weights that are to become the best ones, there or not. */
    Path nextWeights(long run) {
        return folder(run).resolve(NEXT_WEIGHTS);
    }

    /** The figures of users that belong to them, there or not. */
    Path nextUserFigures(long run) {
        return folder(run).resolve(NEXT_USER_FIGURES);
    }

    /** What the run resumes from, there or not. */
    public Path checkpoint(long run) {
        return folder(run).resolve(CHECKPOINT);
    }

    /** What is needed only to resume the run, there or not. */
    public List<Path> forResuming(long run) {
        return List.of(nextWeights(run), nextUserFigures(run), checkpoint(run));
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

    /** The lists of the watched users after every epoch, there or not; see {@link WatchedListLog}. */
    public Path watchedLists(long run) {
        return folder(run).resolve(WATCHED);
    }

    /** Weights that the run begins with, copied from other runs; by their place from 1, there or not. */
    Path start(long run, int place) {
        return folder(run).resolve(start(place));
    }

    /** Bytes that a run takes. */
    public long size(long run) throws IOException {
        long size = 0;
        for (Path file : files(folder(run))) {
            size += file.toFile().length();
        }
        return size;
    }

    /** A new empty folder, to be filled by the program of that name and then adopted by a run. */
    Path stage(String process) throws IOException {
        PrivateFiles.createFolder(runs);
        return Files.createTempDirectory(runs, STAGED + process + ".");
    }

    /** Makes a staged folder that of a run, within the transaction that stores the run; to be settled after it. */
    void adopt(Path staged, long run) throws IOException {
        PrivateFiles.create(staged.resolve(UNSETTLED));
        Files.move(staged, folder(run), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Says, within the transaction that deletes a run, that its folder may be deleted as soon as there is no such run. */
    void release(long run) throws IOException {
        if (Files.isDirectory(folder(run)) && !Files.exists(folder(run).resolve(UNSETTLED))) {
            PrivateFiles.create(folder(run).resolve(UNSETTLED));
        }
    }

    /** The run that adopted its folder is stored. */
    void settle(long run) throws IOException {
        Files.deleteIfExists(folder(run).resolve(UNSETTLED));
    }

    /** The runs, stored or not, of folders that were adopted or released and are not settled. */
    List<Long> unsettled() throws IOException {
        List<Long> found = new ArrayList<>();
        for (Path folder : folders("[1-9]*")) {
            String name = folder.getFileName().toString();
            if (name.matches("\\d{1,18}") && Files.exists(folder.resolve(UNSETTLED))) {
                found.add(Long.parseLong(name));
            }
        }
        return found;
    }

    /** Folders that are being filled or were when their program ended, by program. */
    Map<Path, String> staged() throws IOException {
        Map<Path, String> found = new HashMap<>();
        for (Path folder : folders(STAGED + "*")) {
            String name = folder.getFileName().toString();
            int end = name.indexOf('.', STAGED.length());
            found.put(folder, name.substring(STAGED.length(), end < 0 ? name.length() : end));
        }
        return found;
    }

    private List<Path> folders(String glob) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(runs, glob)) {
            List<Path> folders = new ArrayList<>();
            found.forEach(folders::add);
            return folders;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Deletes a run's folder. */
    void delete(long run) throws IOException {
        delete(folder(run));
    }

    /** Deletes a folder and all in it. */
    static void delete(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
    }

    /** All within a folder and itself, what lies deepest first. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
