package dev.nara;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.nara.data.AtomicFile;
import dev.nara.neumf.EngineSpeeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The speeds of the engines as a file, which is worth nothing on another machine or to another version. */
final class SpeedsFile implements EngineSpeeds.Memory {
    private static final Logger LOG = LoggerFactory.getLogger(SpeedsFile.class);

    private final Path file;
    private final String machine;

    /** {@code machine} is what the speeds depend on beside the model, such as processor and version of the program. */
    SpeedsFile(Path file, String machine) {
        this.file = file;
        this.machine = machine;
    }

    /** What the file holds. */
    private record Kept(String machine, Map<String, Map<String, Double>> speeds) {}

    @Override
    public Map<String, Map<String, Double>> read() {
        try {
            if (Files.isRegularFile(file)) {
                return Optional.ofNullable(new Gson().fromJson(Files.readString(file), Kept.class))
                        .filter(read -> machine.equals(read.machine()) && read.speeds() != null)
                        .map(read -> new TreeMap<>(read.speeds()))
                        .orElseGet(TreeMap::new);
            }
        } catch (IOException | JsonParseException | NumberFormatException e) {
            LOG.info("{} is measured anew", file, e);
        }
        return new TreeMap<>();
    }

    @Override
    public void write(Map<String, Map<String, Double>> speeds) {
        try {
            String json = new Gson().toJson(new Kept(machine, speeds));
            AtomicFile.write(file, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LOG.info("{} cannot be kept", file, e);
        }
    }
}
