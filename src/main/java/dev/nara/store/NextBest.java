package dev.nara.store;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weights of an epoch that is to become the best one of its run, and every user's figures on the test part: those of that epoch
 * where the test part decides, else those of the run's test. They are written before the event they belong to is stored, and take
 * their place after it, so that the files never are of a later epoch than the events say.
 */
final class NextBest {
    private static final Logger LOG = LoggerFactory.getLogger(NextBest.class);
    /** The note that says which epoch a file is of. */
    private static final String EPOCH = "best_epoch";

    private final RunFiles files;
    private final long run;
    private final String identity;

    /** {@code identity} tells which run its files are of, see {@link RunTable#identity}. */
    NextBest(RunFiles files, long run, String identity) {
        this.files = files;
        this.run = run;
        this.identity = identity;
    }

    private Path weights() {
        return files.nextWeights(run);
    }

    private Path userFigures() {
        return files.nextUserFigures(run);
    }

    void write(int epoch, Weights weights) throws IOException {
        Safetensors.write(
                weights(), weights.note(EPOCH, Integer.toString(epoch)).note(RunFiles.IDENTITY, identity));
    }

    void writeUserFigures(int epoch, Weights figures) throws IOException {
        Safetensors.write(
                userFigures(), figures.note(EPOCH, Integer.toString(epoch)).note(RunFiles.IDENTITY, identity));
    }

    /** They take the place of the old ones: the event of what was written last is stored. */
    void adoptWritten() throws IOException {
        move(userFigures(), files.userFigures(run));
        move(weights(), files.weights(run));
    }

    /**
     * The same where it is not known which epoch they are of: only if it is the best one.
     *
     * @param told whether events say how it did on the test part
     */
    void adoptIfBest(int best, boolean told) throws IOException {
        if (told && isOf(userFigures(), best, identity)) {
            move(userFigures(), files.userFigures(run));
        }
        if (isOf(weights(), best, identity)) {
            move(weights(), files.weights(run));
        }
    }

    /** The weights of that epoch of the run of that identity; empty where the file is of another, or cannot be read. */
    static Optional<Weights> weights(Path file, int epoch, String identity) {
        try {
            return Files.exists(file)
                    ? Optional.of(Safetensors.read(file)).filter(read -> isOf(read, epoch, identity))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
            return Optional.empty();
        }
    }

    private static boolean isOf(Weights read, int epoch, String identity) {
        return Integer.toString(epoch).equals(read.notes().get(EPOCH))
                && identity.equals(read.notes().getOrDefault(RunFiles.IDENTITY, ""));
    }

    /**
     * The weights of the best epoch of a run, as its row has it.
     *
     * @throws DataException if there are none, or the file is damaged, of another run or of another epoch
     */
    Weights stored(StoredRun of) throws DataException {
        Path file = files.weights(run);
        try {
            Weights read = Safetensors.read(file);
            int best = of.best().map(RunEvent.EpochDone::epoch).orElse(0);
            // Files of earlier versions do not say their epoch; a fit has no best one.
            boolean agrees = best == 0 || !read.notes().containsKey(EPOCH) || isOf(read, best, identity);
            if (!agrees) {
                throw new DataException(
                        file, Text.of("run.other.weights", run, best), Text.of("run.no.weights.remedy"));
            }
            return read;
        } catch (IOException e) {
            throw new DataException(
                    file, Text.of("run.no.weights", Long.toString(run)), Text.of("run.no.weights.remedy"));
        }
    }

    private static boolean isOf(Path file, int epoch, String identity) {
        return weights(file, epoch, identity).isPresent();
    }

    private static void move(Path next, Path best) throws IOException {
        if (Files.exists(next)) {
            Files.move(next, best, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
