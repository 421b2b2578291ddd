package dev.nara.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.SealedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores settings as JSON with a checksum. An unusable or changed file is set aside, because it may contain the user's presets. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path file;
    private @Nullable Path setAside;

    /** For this file, which need not exist. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** The path of the file. */
    public Path path() {
        return file;
    }

    /** The path to which an unusable file was moved when read; null if there was none. */
    public @Nullable Path setAside() {
        return setAside;
    }

    /** The stored settings, else the defaults; an unusable file is renamed. */
    public Settings read() {
        return read(this::moveAside);
    }

    /** The same, but an unusable file is left for the window to set aside. */
    public Settings glance() {
        return read(() -> {});
    }

    private Settings read(Runnable damaged) {
        if (!Files.exists(file)) {
            return Settings.defaults();
        }
        try {
            JsonObject stored = JsonParser.parseString(SealedJson.plain(InputFile.text(file)))
                    .getAsJsonObject();
            return GSON.fromJson(EarlierSettings.today(stored), Settings.class);
        } catch (IOException | DataException | RuntimeException e) {
            // Damage of any kind: if the file stayed in place, it would be overwritten.
            LOG.warn("settings cannot be read, the defaults are used", e);
            damaged.run();
        }
        return Settings.defaults();
    }

    /** Unreadable settings: files set aside, and this file itself if it is damaged. */
    public List<Path> unreadable() throws IOException {
        List<Path> unreadable = new ArrayList<>();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> aside = Files.newDirectoryStream(folder, "damaged-*" + file.getFileName())) {
                aside.forEach(unreadable::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        read(() -> unreadable.add(file));
        return unreadable;
    }

    private void moveAside() {
        Path aside = file.resolveSibling("damaged-" + file.getFileName());
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling("damaged-" + n + "-" + file.getFileName());
        }
        try {
            setAside = Files.move(file, aside);
        } catch (IOException e) {
            LOG.warn("damaged settings cannot be moved", e);
        }
    }

    /** Replaces the file atomically; a failure is only logged, because the caller cannot handle it. */
    public void write(Settings settings) {
        try {
            replace(settings);
        } catch (IOException e) {
            LOG.warn("settings cannot be written", e);
        }
    }

    /** The same for callers that must handle a failure. */
    public void replace(Settings settings) throws IOException {
        byte[] text = (SealedJson.seal(GSON.toJson(settings)) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }
}
