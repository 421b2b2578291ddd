package dev.nara.store.folder;

import dev.nara.data.AtomicFile;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a workspace's runs, a folder each. */
public final class RunFiles {
    /** The note beside users' figures that tells which users they are of: equal where the users are. */
    public static final String USERS = "users";

    /** What that note says of users, ascending. */
    public static String users(int[] evaluated) {
        return evaluated.length + "-" + Integer.toHexString(Arrays.hashCode(evaluated));
    }

    /** The note that tells which run weights and checkpoints are of, so that no file of another run is taken for its own. */
    static final String IDENTITY = "run_identity";

    /** Lies in a folder whose run is just being stored or deleted; whether there is such a run is for the database to say. */
    private static final String UNSETTLED = ".unsettled";
    /** Begins the name of a folder that is being filled; the name of the program that fills it follows, then a dot. */
    private static final String STAGED = ".new-";

    private final Path workspace;
    private final Path runs;

    public RunFiles(Path workspace) {
        this.workspace = workspace;
        runs = workspace.resolve("runs");
    }

    /** Whether a workspace has folders of runs. */
    public static boolean anyIn(Path workspace) {
        try {
            return !new RunFiles(workspace).settled().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** The folder of it all. */
    public Path workspace() {
        return workspace;
    }

    /** The folder of a run. */
    public Path folder(long run) {
        return runs.resolve(Long.toString(run));
    }

    /** The files of a folder that belong to the run and go where it goes, in order of their names. */
    public static List<Path> carried(Path folder) throws IOException {
        return list(folder, "*").stream()
                .filter(file -> FolderNames.isCarried(file.getFileName().toString()) && Files.isRegularFile(file))
                .sorted()
                .toList();
    }

    /** The weights after an epoch, there or not; 0 for those of earlier versions, which are of the best epoch. */
    Path weights(long run, int epoch) {
        return folder(run).resolve(FolderNames.weights(epoch));
    }

    /** Every evaluated user's figures on the test part after an epoch, there or not; 0 likewise. */
    Path userFigures(long run, int epoch) {
        return folder(run).resolve(FolderNames.userFigures(epoch));
    }

    /** The weights of epochs and users' figures after them, by epoch; those of earlier versions are not among them. */
    public Map<Path, Integer> ofEpochs(long run) throws IOException {
        Map<Path, Integer> found = new HashMap<>();
        for (Path file : list(folder(run), "best-*.safetensors")) {
            FolderNames.epoch(file).ifPresent(epoch -> found.put(file, epoch));
        }
        return found;
    }

    /** What an earlier version left of an epoch that was to become the best one: weights and users' figures, there or not. */
    List<Path> earlierNext(long run) {
        return List.of(
                folder(run).resolve(FolderNames.EARLIER_NEXT_WEIGHTS),
                folder(run).resolve(FolderNames.EARLIER_NEXT_USER_FIGURES));
    }

    /** Every evaluated user's figures on the validation part at some epochs of a trial, there or not; see {@link EpochFigures}. */
    public Path validationFigures(long run) {
        return folder(run).resolve(FolderNames.VALIDATION_FIGURES);
    }

    /** What the run resumes from, there or not. */
    public Path checkpoint(long run) {
        return folder(run).resolve(FolderNames.CHECKPOINT);
    }

    /** What is needed only to resume the run, there or not. */
    public List<Path> forResuming(long run) {
        List<Path> files = new ArrayList<>(earlierNext(run));
        files.add(checkpoint(run));
        return files;
    }

    /** The losses of its batches, there or not; see {@link BatchLog}. */
    public Path batches(long run) {
        return folder(run).resolve(FolderNames.BATCHES);
    }

    /** What happened and when, in words, a line each; there or not. */
    public Path log(long run) {
        return folder(run).resolve(FolderNames.LOG);
    }

    /** The same in a folder. */
    public static Path log(Path folder) {
        return folder.resolve(FolderNames.LOG);
    }

    /** The run's split, frozen with its negatives, to be named as {@code file:PATH} by others; there or not. */
    public Path split(long run) {
        return folder(run).resolve(FolderNames.SPLIT);
    }

    /** The lists of the watched users after every epoch, there or not; see {@link WatchedListLog}. */
    public Path watchedLists(long run) {
        return folder(run).resolve(FolderNames.WATCHED);
    }

    /** Weights that the run begins with, copied from other runs; by their place from 1, there or not. */
    public Path start(long run, int place) {
        return folder(run).resolve(FolderNames.start(place));
    }

    /** Bytes that a run takes. */
    public long size(long run) throws IOException {
        long size = 0;
        for (Path file : FolderTree.files(folder(run))) {
            size += file.toFile().length();
        }
        return size;
    }

    /** A new empty folder, to be filled by the program of that name and then adopted by a run. */
    public Path stage(String process) throws IOException {
        PrivateFiles.createFolder(runs);
        return Files.createTempDirectory(runs, STAGED + process + ".");
    }

    /** Makes a staged folder that of a run, within the transaction that stores the run; to be settled after it. */
    public void adopt(Path staged, long run) throws IOException {
        PrivateFiles.create(staged.resolve(UNSETTLED));
        Files.move(staged, folder(run), StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.sync(runs);
    }

    /** Says, within the transaction that deletes a run, that its folder may be deleted as soon as there is no such run. */
    public void release(long run) throws IOException {
        if (Files.isDirectory(folder(run)) && !Files.exists(folder(run).resolve(UNSETTLED))) {
            PrivateFiles.create(folder(run).resolve(UNSETTLED));
        }
    }

    /** The run that adopted its folder is stored. */
    public void settle(long run) throws IOException {
        Files.deleteIfExists(folder(run).resolve(UNSETTLED));
    }

    /** The runs, stored or not, of folders that were adopted or released and are not settled. */
    public List<Long> unsettled() throws IOException {
        List<Long> found = new ArrayList<>();
        for (Path folder : list(runs, "[1-9]*")) {
            if (Files.exists(folder.resolve(UNSETTLED)) && isNumber(folder)) {
                found.add(number(folder));
            }
        }
        return found;
    }

    /** The numbers of the folders that are there, but for those that are not settled; ascending. */
    public List<Long> settled() throws IOException {
        List<Long> found = new ArrayList<>();
        for (Path folder : list(runs, "[1-9]*")) {
            if (isNumber(folder) && Files.isDirectory(folder) && !Files.exists(folder.resolve(UNSETTLED))) {
                found.add(number(folder));
            }
        }
        Collections.sort(found);
        return found;
    }

    private static boolean isNumber(Path folder) {
        return folder.getFileName().toString().matches("\\d{1,18}");
    }

    private static long number(Path folder) {
        return Long.parseLong(folder.getFileName().toString());
    }

    /** Folders that are being filled or were when their program ended, by program. */
    public Map<Path, String> staged() throws IOException {
        Map<Path, String> found = new HashMap<>();
        for (Path folder : list(runs, STAGED + "*")) {
            String name = folder.getFileName().toString();
            int end = name.indexOf('.', STAGED.length());
            found.put(folder, name.substring(STAGED.length(), end < 0 ? name.length() : end));
        }
        return found;
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            List<Path> all = new ArrayList<>();
            found.forEach(all::add);
            return all;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Deletes a run's folder. */
    public void delete(long run) throws IOException {
        FolderTree.delete(folder(run));
    }
}
