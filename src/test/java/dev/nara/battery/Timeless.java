package dev.nara.battery;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results of commands without what differs from one time to the next. */
final class Timeless {
    private static final Set<String> PASSING = Set.of(
            "seconds",
            "examplesPerSecond",
            "secondsLeft",
            "trainSeconds",
            "evaluationSeconds",
            "created",
            "at",
            "process",
            "environment",
            "bytes",
            "health",
            "splitSha256",
            "folder",
            "file",
            "identity",
            "workspace");

    private Timeless() {}

    /** The result, a line of JSON each; the elements of a list of runs stand alone. */
    static List<String> of(String result) {
        List<String> lines = new ArrayList<>();
        for (String line : result.lines().toList()) {
            try {
                JsonElement json = without(JsonParser.parseString(line));
                if (json instanceof JsonObject object && object.get("runs") instanceof JsonArray runs) {
                    runs.forEach(run -> lines.add(run.toString()));
                    object.remove("runs");
                    object.remove("damaged");
                }
                if (!json.toString().contains("\"event\":\"batch\"")) {
                    lines.add(json.toString());
                }
            } catch (JsonParseException e) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static JsonElement without(JsonElement json) {
        if (json instanceof JsonObject object) {
            JsonObject kept = new JsonObject();
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                if (!PASSING.contains(entry.getKey())) {
                    kept.add(entry.getKey(), without(entry.getValue()));
                }
            }
            return kept;
        } else if (json instanceof JsonArray array) {
            JsonArray kept = new JsonArray();
            array.forEach(each -> kept.add(without(each)));
            return kept;
        }
        return json;
    }
}
