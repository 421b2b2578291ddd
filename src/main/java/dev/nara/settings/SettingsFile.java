package dev.nara.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings on disk, as JSON; an unusable file is ignored and replaced at the next change. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path file;

    /** In this file, which need not exist. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Where it is kept. */
    public Path path() {
        return file;
    }

    /** The stored settings, else the defaults. */
    public Settings read() {
        if (!Files.exists(file)) {
            return Settings.defaults();
        }
        try {
            JsonObject stored = JsonParser.parseString(InputFile.text(file)).getAsJsonObject();
            return GSON.fromJson(EarlierSettings.today(stored), Settings.class);
        } catch (IOException | DataException | RuntimeException e) {
            // Whatever a file can hold that none should.
            LOG.warn("settings cannot be read, the defaults are used", e);
            return Settings.defaults();
        }
    }

    /** Replaces the file atomically; a failure is only logged, because the caller cannot handle it. */
    public void write(Settings settings) {
        try {
            AtomicFile.write(file, out -> out.write(GSON.toJson(settings).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LOG.warn("settings cannot be written", e);
        }
    }
}
