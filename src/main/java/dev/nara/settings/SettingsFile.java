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

/** Settings on disk, as JSON with its sum; an unusable or changed file is set aside whole, for own presets may stand in it. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path file;
    private @Nullable Path setAside;

    /** In this file, which need not exist. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Where it is kept. */
    public Path path() {
        return file;
    }

    /** Where an unusable file lies since it was read; null while none was found. */
    public @Nullable Path setAside() {
        return setAside;
    }

    /** The stored settings, else the defaults; a file that cannot be understood is moved beside its place. */
    public Settings read() {
        return read(this::moveAside);
    }

    /** The same, but a file that cannot be understood stays, for the window to set aside. */
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
            // Whatever a file can hold that none should; left where it is, it would be written over.
            LOG.warn("settings cannot be read, the defaults are used", e);
            damaged.run();
        }
        return Settings.defaults();
    }

    /** Where settings lie that nobody can read: those set aside, and this file itself where it is damaged. */
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

    /** The same for who can handle a failure, and must. */
    public void replace(Settings settings) throws IOException {
        byte[] text = (SealedJson.seal(GSON.toJson(settings)) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }
}
