package dev.nara.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/** Asks for files and folders; tests substitute their own answers. */
public interface FilePicker {
    /** A dataset's folder to open. */
    Optional<Path> folder(String title, Optional<Path> start);

    /** A dataset's file to open. */
    Optional<Path> file(String title, Optional<Path> start);

    /** A file to write, with a proposed name. */
    Optional<Path> save(String title, String name);
}
