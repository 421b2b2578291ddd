package dev.nara.store.folder;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of a training between two epochs, as one file: the fitting's state together with the event of its last epoch. */
public record Checkpoint(Weights state, RunEvent.EpochDone epoch) {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);
    private static final String EVENT = "event";

    /** {@code identity} is the one in {@code RunTable#identity}. */
    public static void write(Path file, Weights state, RunEvent.EpochDone epoch, String identity) throws IOException {
        Safetensors.write(
                file, state.note(EVENT, RunJson.event(epoch).toString()).note(RunFiles.IDENTITY, identity));
    }

    /**
     * Reads a checkpoint; empty if there is none because no epoch was finished.
     *
     * @throws DataException if it cannot be read, or is of another run
     */
    public static Optional<Checkpoint> read(Path file, String identity) throws DataException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Weights state = Safetensors.readWhole(file);
            if (!identity.equals(state.notes().getOrDefault(RunFiles.IDENTITY, ""))) {
                throw new IOException(RunFiles.IDENTITY);
            }
            if (RunJson.event(state.note(EVENT)) instanceof RunEvent.EpochDone epoch) {
                return Optional.of(new Checkpoint(state, epoch));
            }
            throw new IOException(EVENT);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read", file, e);
            throw DataException.of(e)
                    .orElseGet(() -> new DataException(
                            file, Text.of("checkpoint.unreadable"), Text.of("checkpoint.unreadable.remedy")));
        }
    }
}
