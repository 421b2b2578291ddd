package dev.nara.ui.shell;

import dev.nara.store.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The options of a start of the window: a folder of runs instead of the preferred one, and data to open at once. */
public record StartOptions(Optional<Path> workspace, Optional<Path> data) {
    /** No options. */
    public static final StartOptions USUAL = new StartOptions(Optional.empty(), Optional.empty());

    /**
     * The services in the requested folder, or else in the preferred one; in the given one if neither is set or the preferred one is
     * missing.
     */
    Services services(Services given, String chosen) {
        return workspace
                .map(given::at)
                .orElseGet(() ->
                        chosen.isEmpty() || !Files.isDirectory(Path.of(chosen)) ? given : given.at(Path.of(chosen)));
    }
}
