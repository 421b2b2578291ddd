package dev.nara.settings;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.PrivateFiles;
import dev.nara.data.SystemCause;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's data folder: NARA_HOME, else the platform's standard location. */
public final class Home {
    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder according to the environment.
     *
     * @throws DataException if neither it nor the system defines a location
     */
    public static Home ofEnvironment() throws DataException {
        return of(System.getenv(), System.getProperty("os.name"), String.valueOf(System.getProperty("user.home")));
    }

    /** The data folder at this path. */
    public static Home at(Path folder) {
        return new Home(folder.toAbsolutePath());
    }

    static Home of(Map<String, String> environment, String system, String home) throws DataException {
        String named = environment.get("NARA_HOME");
        if (named != null && !named.isBlank()) {
            return at(Path.of(named));
        }
        String given = environment.get("XDG_DATA_HOME");
        // Java returns "?" if the system does not know the user.
        Path userHome = Path.of(home);
        if (!userHome.isAbsolute() && (given == null || given.isBlank())) {
            throw new DataException(Text.of("home.unknown"), Text.of("home.unknown.remedy"));
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Home(placed(environment.get("LOCALAPPDATA"), userHome.resolve("AppData/Local"))
                    .resolve("Nara"));
        }
        if (name.startsWith("mac")) {
            return new Home(userHome.resolve("Library/Application Support/Nara"));
        }
        return new Home(placed(given, userHome.resolve(".local/share")).resolve("nara"));
    }

    private static Path placed(@Nullable String named, Path usual) {
        return named == null || named.isBlank() ? usual : Path.of(named);
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /**
     * Creates the folder if it does not exist.
     *
     * @throws DataException if it is not writable
     */
    public void prepare() throws DataException {
        try {
            PrivateFiles.createFolder(folder);
            // What libraries unpack is as the user's other files are; nobody else must be able to replace it.
            for (Path each : new Path[] {logs(), temporary(), engines()}) {
                PrivateFiles.createFolder(each);
                if (!Files.isSymbolicLink(each)) {
                    PrivateFiles.close(each);
                }
            }
            Path log = DailyLog.file(logs(), LocalDate.now(ZoneId.systemDefault()));
            PrivateFiles.create(log);
            PrivateFiles.close(log);
            TemporaryFolder.sweep(temporary(), Instant.now());
            for (Path unfinished : AtomicFile.left(folder)) {
                Files.deleteIfExists(unfinished);
            }
            // Named by the process id; a random name would load further classes at every start.
            Path probe = temporary().resolve("probe" + ProcessHandle.current().pid());
            Files.deleteIfExists(probe);
            PrivateFiles.create(probe);
            try {
                // A full disk still accepts an empty file.
                Files.writeString(probe, "x");
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            Text problem = SystemCause.of(e)
                    .map(SystemCause::problem)
                    .orElseGet(() -> Text.of("workspace.unusable", String.valueOf(e.getMessage())));
            throw new DataException(folder, problem, Text.of("home.unusable.remedy"));
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

    /** Where libraries unpack files that they need while the program runs. */
    public Path temporary() {
        return folder.resolve("temporary");
    }

    /** Where users put drivers for databases. */
    public Path drivers() {
        return folder.resolve("drivers");
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
