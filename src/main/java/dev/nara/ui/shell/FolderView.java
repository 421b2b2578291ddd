package dev.nara.ui.shell;

import dev.nara.ui.common.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a folder in the system's file manager. */
final class FolderView {
    private FolderView() {}

    /** Shows the folder, or that of a file; if the system cannot show it, reports its path. */
    static void show(Path path, Frame frame) {
        Path parent = path.toAbsolutePath().getParent();
        Path folder = Files.isDirectory(path) || parent == null ? path : parent;
        frame.jobs()
                .run(
                        () -> new ProcessBuilder(command(System.getProperty("os.name"), folder))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .isAlive(),
                        alive -> {},
                        error -> {
                            if (error instanceof IOException) {
                                frame.say().accept(folder.toString());
                            } else {
                                frame.dialogs().error(error);
                            }
                        });
    }

    static List<String> command(String system, Path folder) {
        String name = system.toLowerCase(Locale.ROOT);
        String program = name.startsWith("windows") ? "explorer" : name.startsWith("mac") ? "open" : "xdg-open";
        return List.of(program, folder.toString());
    }
}
