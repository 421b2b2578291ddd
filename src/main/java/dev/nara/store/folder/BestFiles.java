package dev.nara.store.folder;

import dev.nara.algorithm.Weights;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the best epoch of a run: its weights, and the figures of every user on the test part, named after the epoch. They are on
 * disk before the transaction that makes their epoch the best, and those of the previous best epoch are deleted after it, so that the files
 * of the stored best epoch exist at every moment.
 */
public final class BestFiles {
    private static final Logger LOG = LoggerFactory.getLogger(BestFiles.class);
    /** The note with the epoch of a file. */
    private static final String EPOCH = "best_epoch";

    private final RunFiles files;
    private final long run;
    private final String identity;

    /** {@code identity} is the one in {@code RunTable#identity}. */
    public BestFiles(RunFiles files, long run, String identity) {
        this.files = files;
        this.run = run;
        this.identity = identity;
    }

    public void write(int epoch, Weights weights) throws IOException {
        write(files.weights(run, epoch), epoch, weights);
    }

    public void writeUserFigures(int epoch, Weights figures) throws IOException {
        write(files.userFigures(run, epoch), epoch, figures);
    }

    private void write(Path file, int epoch, Weights content) throws IOException {
        Safetensors.write(file, content.note(EPOCH, Integer.toString(epoch)).note(RunFiles.IDENTITY, identity));
    }

    /** The stored best epoch of a run; 0 if none. */
    public static int best(StoredRun run) {
        return run.best().map(RunEvent.EpochDone::epoch).orElse(0);
    }

    /** The file of the weights after an epoch; it may not exist. */
    public Path weightsFile(int epoch) {
        return orEarlier(files.weights(run, epoch), files.weights(run, 0));
    }

    /** The file of users' figures after an epoch; it may not exist. */
    public Path userFiguresFile(int epoch) {
        return orEarlier(files.userFigures(run, epoch), files.userFigures(run, 0));
    }

    private static Path orEarlier(Path file, Path earlier) {
        return !Files.exists(file) && Files.exists(earlier) ? earlier : file;
    }

    /**
     * The weights after an epoch, 0 for a run without a best one.
     *
     * @throws IOException if there are none, or the file is damaged, of another run or of another epoch
     */
    public Weights weights(int epoch) throws IOException {
        return read(weightsFile(epoch), epoch);
    }

    /**
     * Users' figures after an epoch.
     *
     * @throws IOException as {@link #weights}
     */
    public Weights userFigures(int epoch) throws IOException {
        Weights figures = read(userFiguresFile(epoch), epoch);
        checkUsers(figures);
        return figures;
    }

    /** Throws if figures are not of as many users as their note says; files of earlier versions have none. */
    static void checkUsers(Weights figures) throws IOException {
        String users = figures.notes().getOrDefault(RunFiles.USERS, "");
        for (String metric : figures.names()) {
            int[] shape = figures.shape(metric);
            // Metrics over all lists together have no figures of users.
            boolean fits = shape.length == 1 && (shape[0] == 0 || users.startsWith(shape[0] + "-"));
            if (!users.isEmpty() && !fits) {
                throw new IOException(RunFiles.USERS);
            }
        }
    }

    private Weights read(Path file, int epoch) throws IOException {
        Weights read = Safetensors.read(file);
        String of = read.notes().getOrDefault(EPOCH, "");
        // Files of earlier versions do not have the note.
        boolean unsaid = of.isEmpty() && identity.isEmpty();
        if (!identity.equals(read.notes().getOrDefault(RunFiles.IDENTITY, ""))) {
            throw new IOException(file + " is of another run");
        }
        if (epoch > 0 && !unsaid && !of.equals(Integer.toString(epoch))) {
            throw new IOException(file + " is of another epoch");
        }
        return read;
    }

    /** Whether the note of a file names this epoch. */
    static boolean isOf(Weights read, int epoch) {
        return Integer.toString(epoch).equals(read.notes().get(EPOCH));
    }

    /** The weights after an epoch; empty if they cannot be read. */
    public Optional<Weights> find(int epoch) {
        try {
            return Optional.of(weights(epoch));
        } catch (IOException e) {
            LOG.warn("the weights of run {} after epoch {} cannot be read", run, epoch, e);
            return Optional.empty();
        }
    }

    /** Deletes the files of epochs before the stored best one. Later ones may be about to become the best. */
    public void deleteBefore(int best) throws IOException {
        for (Map.Entry<Path, Integer> file : files.ofEpochs(run).entrySet()) {
            if (file.getValue() < best) {
                Files.deleteIfExists(file.getKey());
            }
        }
        if (best > 0 && Files.exists(files.weights(run, best))) {
            Files.deleteIfExists(files.weights(run, 0));
            Files.deleteIfExists(files.userFigures(run, 0));
        }
    }

    /** Renames files of an earlier version that were about to become the best after their epoch. */
    public void renameEarlier() throws IOException {
        for (Path next : files.earlierNext(run)) {
            if (Files.exists(next)) {
                int epoch = epochOf(next);
                boolean weights = next.equals(files.earlierNext(run).get(0));
                Path to = weights ? files.weights(run, epoch) : files.userFigures(run, epoch);
                if (epoch > 0) {
                    Files.move(next, to, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private int epochOf(Path file) {
        try {
            return Integer.parseInt(Safetensors.read(file).notes().getOrDefault(EPOCH, "0"));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} cannot be read", file, e);
            return 0;
        }
    }
}
