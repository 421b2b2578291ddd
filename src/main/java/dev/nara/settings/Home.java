package dev.nara.settings;

import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's data folder: NARA_HOME, else the platform's usual place. */
public final class Home {
    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** As configured by the environment. */
    public static Home ofEnvironment() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Home of(Map<String, String> environment, String system, Path userHome) {
        String named = environment.get("NARA_HOME");
        if (named != null && !named.isBlank()) {
            return new Home(Path.of(named).toAbsolutePath());
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Home(placed(environment.get("LOCALAPPDATA"), userHome.resolve("AppData/Local"))
                    .resolve("Nara"));
        }
        if (name.startsWith("mac")) {
            return new Home(userHome.resolve("Library/Application Support/Nara"));
        }
        return new Home(placed(environment.get("XDG_DATA_HOME"), userHome.resolve(".local/share"))
                .resolve("nara"));
    }

    private static Path placed(@Nullable String named, Path usual) {
        return named == null || named.isBlank() ? usual : Path.of(named);
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** Whether it is writable; creates it if it is missing. */
    public boolean usable() {
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.createFolder(logs());
            PrivateFiles.close(logs());
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** The default workspace. */
    public Path workspace() {
        return folder.resolve("workspace");
    }

    /** Where engines unpack their native libraries. */
    public Path engines() {
        return folder.resolve("engines");
    }

    /** The folder of the log files. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** The file of the user's settings. */
    public Path settings() {
        return folder.resolve("settings.json");
    }
}
