package dev.nara.store.entry;

import dev.nara.run.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that show a run to people and other programs, such as its curves. They are made from its events into its folder when
 * it begins and when it ends; the run does without them where they cannot be written.
 */
@FunctionalInterface
public interface RunArtefact {
    /** Writes the files, or writes them anew. */
    void write(Path folder, List<RunEvent> events) throws IOException;
}
