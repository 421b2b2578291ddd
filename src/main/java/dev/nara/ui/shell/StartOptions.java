package dev.nara.ui.shell;

import dev.nara.store.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this start of the window asks for: the folder of the runs in place of the preferred one, and what is opened at once. */
public record StartOptions(Optional<Path> workspace, Optional<Path> data) {
    /** Nothing in particular. */
    public static final StartOptions USUAL = new StartOptions(Optional.empty(), Optional.empty());

    /** On the folder asked for, else on the one that people chose; on the usual one where that is gone. */
    Services services(Services given, String chosen) {
        return workspace
                .map(given::at)
                .orElseGet(() ->
                        chosen.isEmpty() || !Files.isDirectory(Path.of(chosen)) ? given : given.at(Path.of(chosen)));
    }
}
