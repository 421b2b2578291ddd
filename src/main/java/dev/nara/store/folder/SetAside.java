package dev.nara.store.folder;

import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder to which damaged files of a workspace are moved, instead of being deleted. */
public final class SetAside {
    private static final String FOLDER = "set-aside";

    private final Path folder;

    public SetAside(Path workspace) {
        folder = workspace.resolve(FOLDER);
    }

    /** Moves a file or a folder there, under a unique name; returns its new path. */
    public Path move(Path what, String name) throws IOException {
        Path to = free(name);
        return Files.move(what, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Copies a file there, under a unique name. */
    public void copy(Path file, String name) throws IOException {
        Path to = free(name);
        Files.copy(file, to);
        PrivateFiles.close(to);
    }

    private Path free(String name) throws IOException {
        PrivateFiles.createFolder(folder);
        Path to = folder.resolve(name);
        for (int n = 2; Files.exists(to, LinkOption.NOFOLLOW_LINKS); n++) {
            to = folder.resolve(name + "-" + n);
        }
        return to;
    }

    /** The folder in a workspace; it may not exist. */
    public static Path in(Path workspace) {
        return workspace.resolve(FOLDER);
    }
}
