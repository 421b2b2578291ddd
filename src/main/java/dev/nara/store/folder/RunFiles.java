package dev.nara.store.folder;

import dev.nara.data.AtomicFile;
import dev.nara.data.OwnPlaces;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a workspace's runs, one folder per run. */
public final class RunFiles {
    /** The note that identifies the users of stored figures: equal for equal users. */
    public static final String USERS = "users";

    /** The value of that note for users in ascending order. */
    public static String users(int[] evaluated) {
        return evaluated.length + "-" + Integer.toHexString(Arrays.hashCode(evaluated));
    }

    /** The note with the run's identity in weights and checkpoints, so that files of other runs are not mistaken for its own. */
    static final String IDENTITY = "run_identity";

    /** A marker file in folders whose run is being stored or deleted; the database tells whether the run exists. */
    private static final String UNSETTLED = ".unsettled";
    /** The prefix of folders that are being filled, followed by the name of the process that fills them and a dot. */
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

    /** The folder of the workspace. */
    public Path workspace() {
        return workspace;
    }

    /** The folder of a run. */
    public Path folder(long run) {
        return runs.resolve(Long.toString(run));
    }

    /** The files of a folder that are exported and copied with the run, ordered by name. */
    public static List<Path> carried(Path folder) throws IOException {
        return list(folder, "*").stream()
                .filter(file -> FolderNames.isCarried(file.getFileName().toString())
                        && (Files.isRegularFile(file) || Files.isSymbolicLink(file)))
                .sorted()
                .toList();
    }

    /** The file of the weights after an epoch, which may not exist; 0 for the file of earlier versions, which has the best epoch. */
    Path weights(long run, int epoch) {
        return folder(run).resolve(FolderNames.weights(epoch));
    }

    /** The file of users' figures on the test part after an epoch, which may not exist; 0 as for {@link #weights}. */
    Path userFigures(long run, int epoch) {
        return folder(run).resolve(FolderNames.userFigures(epoch));
    }

    /** The files of weights and of users' figures, with their epochs; without those of earlier versions. */
    public Map<Path, Integer> ofEpochs(long run) throws IOException {
        Map<Path, Integer> found = new HashMap<>();
        for (Path file : list(folder(run), "best-*.safetensors")) {
            FolderNames.epoch(file).ifPresent(epoch -> found.put(file, epoch));
        }
        return found;
    }

    /** The files of an earlier version for an epoch about to become the best: weights and users' figures. They may not exist. */
    List<Path> earlierNext(long run) {
        return List.of(
                folder(run).resolve(FolderNames.EARLIER_NEXT_WEIGHTS),
                folder(run).resolve(FolderNames.EARLIER_NEXT_USER_FIGURES));
    }

    /** The file of users' figures on the validation part at some epochs of a trial, see {@link EpochFigures}. It may not exist. */
    public Path validationFigures(long run) {
        return folder(run).resolve(FolderNames.VALIDATION_FIGURES);
    }

    /** The checkpoint from which the run resumes; it may not exist. */
    public Path checkpoint(long run) {
        return folder(run).resolve(FolderNames.CHECKPOINT);
    }

    /** Files needed only to resume the run; they may not exist. */
    public List<Path> forResuming(long run) {
        List<Path> files = new ArrayList<>(earlierNext(run));
        files.add(checkpoint(run));
        return files;
    }

    /** The losses of its batches, see {@link BatchLog}; the file may not exist. */
    public Path batches(long run) {
        return folder(run).resolve(FolderNames.BATCHES);
    }

    /** The log of the run's events, see {@link RunLog}; the file may not exist. */
    public Path log(long run) {
        return folder(run).resolve(FolderNames.LOG);
    }

    /** The log in a run's folder. */
    public static Path log(Path folder) {
        return folder.resolve(FolderNames.LOG);
    }

    /** The run's split, frozen with its negatives, which other runs can use as {@code file:PATH}; the file may not exist. */
    public Path split(long run) {
        return folder(run).resolve(FolderNames.SPLIT);
    }

    /** The lists of the watched users after every epoch, see {@link WatchedListLog}; the file may not exist. */
    public Path watchedLists(long run) {
        return folder(run).resolve(FolderNames.WATCHED);
    }

    /** Initial weights copied from other runs, numbered from 1; the file may not exist. */
    public Path start(long run, int place) {
        return folder(run).resolve(FolderNames.start(place));
    }

    /** Whether a run has a folder, and no link in its place. */
    public boolean isFolder(long run) {
        return isFolder(folder(run));
    }

    private static boolean isFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** The size of a run's folder in bytes. */
    public long size(long run) throws IOException {
        long size = 0;
        for (Path file : FolderTree.files(folder(run))) {
            size += file.toFile().length();
        }
        return size;
    }

    /** Creates an empty folder, to be filled by a process and then adopted by a run. */
    public Path stage(String process) throws IOException {
        PrivateFiles.createFolder(runs);
        return Files.createTempDirectory(runs, STAGED + process + ".");
    }

    /** Makes a staged folder the run's folder, within the transaction that stores the run; call {@link #settle} after it. */
    public void adopt(Path staged, long run) throws IOException {
        PrivateFiles.create(staged.resolve(UNSETTLED));
        Files.move(staged, folder(run), StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.sync(runs);
    }

    /** Marks, within the transaction that deletes a run, that its folder may be deleted once the run does not exist. */
    public void release(long run) throws IOException {
        if (isFolder(run) && !Files.exists(folder(run).resolve(UNSETTLED))) {
            PrivateFiles.create(folder(run).resolve(UNSETTLED));
        }
    }

    /** Removes the mark of a folder after its run was stored. */
    public void settle(long run) throws IOException {
        Files.deleteIfExists(folder(run).resolve(UNSETTLED));
    }

    /** The numbers of marked folders, whose runs may or may not be stored. */
    public List<Long> unsettled() throws IOException {
        List<Long> found = new ArrayList<>();
        for (Path folder : list(runs, "[1-9]*")) {
            if (isFolder(folder) && Files.exists(folder.resolve(UNSETTLED)) && isNumber(folder)) {
                found.add(number(folder));
            }
        }
        return found;
    }

    /** The numbers of the existing folders without a mark, ascending. */
    public List<Long> settled() throws IOException {
        List<Long> found = new ArrayList<>();
        for (Path folder : list(runs, "[1-9]*")) {
            if (isNumber(folder) && isFolder(folder) && !Files.exists(folder.resolve(UNSETTLED))) {
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

    /** The folders being filled, or left by a process that ended, each with the name of its process. */
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
        OwnPlaces.checkNoLink(folder);
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
