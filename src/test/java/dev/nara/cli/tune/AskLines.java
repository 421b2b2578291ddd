package dev.nara.cli.tune;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.nara.data.DataException;
import dev.nara.search.sampler.Samplers;
import java.util.Locale;

/** A dialogue of {@code nara tune ask}, for tests of other packages. */
public final class AskLines {
    private static final String SPACE = "{\"goal\": \"minimize\", \"parameters\": ["
            + "{\"name\": \"a\", \"kind\": \"real\", \"low\": 1e-4, \"high\": 0.1, \"scale\": \"log\"},"
            + "{\"name\": \"b\", \"kind\": \"choice\", \"values\": [\"1\", \"2\"]}]}";

    private AskLines() {}

    /** Says lines to a new dialogue. */
    public static void say(String lines) throws DataException {
        AskDialogue dialogue = new AskDialogue(
                JsonParser.parseString(SPACE).getAsJsonObject(), Samplers.named("random"), 1, Locale.ENGLISH);
        for (String line : lines.split("\n", -1)) {
            dialogue.answers(line);
        }
    }

    /** Begins a dialogue about a space, if it is JSON, and asks once. */
    public static void space(String json) throws DataException {
        JsonElement space;
        try {
            space = JsonParser.parseString(json);
        } catch (JsonParseException e) {
            return;
        }
        if (space.isJsonObject()) {
            new AskDialogue(space.getAsJsonObject(), Samplers.named("random"), 1, Locale.ENGLISH)
                    .answers("{\"ask\":2}");
        }
    }
}
