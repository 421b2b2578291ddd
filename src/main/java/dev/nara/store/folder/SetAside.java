package dev.nara.store.folder;

import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a workspace keeps what is damaged and in the way of what is whole: nothing is deleted. */
public final class SetAside {
    private static final String FOLDER = "set-aside";

    private final Path folder;

    public SetAside(Path workspace) {
        folder = workspace.resolve(FOLDER);
    }

    /** Moves a file or a folder there, under a name of its own; returns where it is then. */
    public Path move(Path what, String name) throws IOException {
        Path to = free(name);
        return Files.move(what, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Copies a file there. */
    public void copy(Path file, String name) throws IOException {
        Path to = free(name);
        Files.copy(file, to);
        PrivateFiles.close(to);
    }

    private Path free(String name) throws IOException {
        PrivateFiles.createFolder(folder);
        Path to = folder.resolve(name);
        for (int n = 2; Files.exists(to); n++) {
            to = folder.resolve(name + "-" + n);
        }
        return to;
    }

    /** The folder of what was set aside in a workspace, there or not. */
    public static Path in(Path workspace) {
        return workspace.resolve(FOLDER);
    }
}
