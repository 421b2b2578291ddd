package dev.nara.store.entry;

import dev.nara.run.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that present a run to people and other programs, such as its curves. They are written from its events into its folder after its
 * first epoch and at its end; a failure to write them does not affect the run.
 */
@FunctionalInterface
public interface RunArtefact {
    /** Writes the files, replacing earlier ones. */
    void write(Path folder, List<RunEvent> events) throws IOException;
}
