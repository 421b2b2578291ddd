package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nara.TestServices;
import dev.nara.store.Services;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands in a workspace of its own and keeps what the last one printed. */
public abstract class CommandLineTest {
    @TempDir
    public Path folder;

    /** What the last command printed as its result. */
    public String out = "";

    /** What the last command said. */
    public String err = "";

    public Services services() {
        return TestServices.on(folder);
    }

    public int nara(String... arguments) {
        return nara(Locale.ENGLISH, arguments);
    }

    public int nara(Locale locale, String... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = NaraCommand.run(
                services(),
                TestServices::bench,
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                locale,
                arguments);
        out = results.toString(StandardCharsets.UTF_8);
        err = messages.toString(StandardCharsets.UTF_8);
        if (List.of(arguments).contains("--json")) {
            out.lines().forEach(CommandLineTest::checkStrict);
        }
        return code;
    }

    /** Fails for what other readers of JSON refuse, such as a bare NaN. */
    private static void checkStrict(String line) {
        try {
            assertTrue(new Gson().getAdapter(JsonElement.class).fromJson(line).isJsonObject(), line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    /** The result as objects, one a line. */
    public List<JsonObject> json() {
        return out.lines()
                .map(line -> new Gson().fromJson(line, JsonObject.class))
                .toList();
    }

    /** Opens a file or folder of the small log that tests write in many shapes: 3 users, 5 items, 12 rows. */
    JsonObject opens(Path path, String... options) {
        return has("3 5 12", path, options);
    }

    /** Opens one of the larger log, 12 users, 9 items and 60 rows, and looks for words in what was said. */
    JsonObject reads(Path path, String said) {
        JsonObject data = has("12 9 60", path);
        assertTrue(err.contains(said), err);
        return data;
    }

    private JsonObject has(String counts, Path path, String... options) {
        List<String> command = new ArrayList<>(List.of("data", "--data", path.toString(), "--json"));
        command.addAll(List.of(options));
        assertEquals(0, nara(command.toArray(String[]::new)), path + err);
        JsonObject data = json().get(0);
        assertEquals(
                counts,
                data.get("users").getAsInt() + " " + data.get("items").getAsInt() + " "
                        + data.get("interactions").getAsInt(),
                path + err);
        return data;
    }
}
