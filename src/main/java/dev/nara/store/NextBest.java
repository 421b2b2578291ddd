package dev.nara.store;

import dev.nara.algorithm.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weights and every user's figures of an epoch that is to become the best one of its run. They are written before that epoch's
 * event is stored, and take the place of the old ones after it, so that the files never are of a later epoch than the events say.
 */
final class NextBest {
    private static final Logger LOG = LoggerFactory.getLogger(NextBest.class);
    /** The note that says which epoch a file is of. */
    private static final String EPOCH = "best_epoch";

    private final RunFiles files;
    private final long run;

    NextBest(RunFiles files, long run) {
        this.files = files;
        this.run = run;
    }

    private Path weights() {
        return files.nextWeights(run);
    }

    private Path userFigures() {
        return files.nextUserFigures(run);
    }

    void write(int epoch, Weights weights, Weights figures) throws IOException {
        String note = Integer.toString(epoch);
        Safetensors.write(userFigures(), figures.note(EPOCH, note));
        Safetensors.write(weights(), weights.note(EPOCH, note));
    }

    /** They take the place of the old ones: the event of the epoch that was written last is stored. */
    void adoptWritten() throws IOException {
        move(userFigures(), files.userFigures(run));
        move(weights(), files.weights(run));
    }

    /** The same where it is not known which epoch they are of: only if it is the best one. */
    void adoptIfBest(int best) throws IOException {
        if (isOf(userFigures(), best)) {
            move(userFigures(), files.userFigures(run));
        }
        if (isOf(weights(), best)) {
            move(weights(), files.weights(run));
        }
    }

    private static boolean isOf(Path file, int epoch) {
        try {
            return Files.exists(file)
                    && Integer.toString(epoch)
                            .equals(Safetensors.read(file).notes().get(EPOCH));
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
            return false;
        }
    }

    private static void move(Path next, Path best) throws IOException {
        if (Files.exists(next)) {
            Files.move(next, best, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
