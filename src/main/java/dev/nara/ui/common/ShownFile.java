package dev.nara.ui.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Shows a file in its folder with the system's file manager. */
final class ShownFile {
    private static final long PATIENCE_SECONDS = 5;

    private final Jobs jobs;
    private final Consumer<Path> none;

    /** {@code none} is called with the file if the system cannot show it. */
    ShownFile(Jobs jobs, Consumer<Path> none) {
        this.jobs = jobs;
        this.none = none;
    }

    void show(Path file) {
        jobs.quietly(
                () -> run(command(System.getProperty("os.name"), file.toAbsolutePath())),
                shown -> {
                    if (!shown) {
                        none.accept(file);
                    }
                },
                error -> none.accept(file));
    }

    /** The command that shows a file in its folder, or a folder, on that system. */
    static List<String> command(String system, Path file) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("open", "-R", file.toString());
        } else if (name.contains("win")) {
            return List.of("explorer.exe", "/select," + file);
        }
        Path folder = Files.isDirectory(file) || file.getParent() == null ? file : file.getParent();
        return List.of("xdg-open", folder.toString());
    }

    /** Whether the command did not fail at once; Explorer always reports a failure, which is ignored. */
    private static boolean run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return !ended || process.exitValue() == 0 || command.get(0).startsWith("explorer");
    }
}
