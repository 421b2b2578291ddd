package dev.nara.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;

/** Converts the settings of versions that kept all of them in one flat object. */
final class EarlierSettings {
    private EarlierSettings() {}

    /** The settings in today's form; those already in it are unchanged. */
    static JsonObject today(JsonObject stored) {
        if (stored.has("preferences") || !stored.has("language")) {
            return stored;
        }
        JsonObject preferences = new JsonObject();
        preferences.add("language", stored.get("language"));
        boolean dark = stored.has("dark") && stored.get("dark").getAsBoolean();
        preferences.addProperty("theme", dark ? "dark" : "light");
        JsonObject window = new JsonObject();
        for (String each : new String[] {"width", "height"}) {
            window.add(each, stored.get(each));
        }
        JsonArray recent = new JsonArray();
        if (stored.has("recent")) {
            stored.getAsJsonArray("recent").forEach(path -> recent.add(data(path)));
        }
        JsonObject today = new JsonObject();
        today.add("preferences", preferences);
        today.add("window", window);
        today.add("recent", recent);
        today.add("presets", stored.get("presets"));
        return today;
    }

    private static JsonObject data(JsonElement path) {
        JsonObject data = new JsonObject();
        data.add("path", path);
        data.addProperty("name", String.valueOf(Path.of(path.getAsString()).getFileName()));
        return data;
    }
}
