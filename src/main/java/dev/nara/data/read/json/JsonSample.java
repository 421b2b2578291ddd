package dev.nara.data.read.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonToken;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;

/**
 * A sample of an object that is too long to be read completely: its first members, and those of everything in it, which suffice to find its
 * records. Later members are left out, and too deeply nested values are null.
 */
final class JsonSample {
    /** The most members kept of the object, and of nested objects and arrays. */
    private static final int MOST = 1000;

    private static final int MOST_WITHIN = 50;
    private static final int DEEPEST = 6;

    /** The most values kept in total, and of one member of the object. */
    private static final int MOST_VALUES = 200_000;

    private static final int MOST_VALUES_WITHIN = 20_000;

    private final JsonSource json;
    private int left;

    private JsonSample(JsonSource json) {
        this.json = json;
    }

    /** Samples the single object of a file. */
    static JsonObject of(DataFile file, boolean python) throws DataException {
        try (JsonSource json = new JsonSource(file, python, Progress.NONE)) {
            return new JsonSample(json).whole();
        }
    }

    private JsonObject whole() throws DataException {
        JsonObject sample = new JsonObject();
        int all = MOST_VALUES;
        json.enter();
        while (sample.size() < MOST && all > 0 && json.more()) {
            left = MOST_VALUES_WITHIN;
            sample.add(json.name(), next(1));
            all -= MOST_VALUES_WITHIN - left;
        }
        return sample;
    }

    private JsonElement next(int depth) throws DataException {
        JsonToken token = json.peek();
        if (token != JsonToken.BEGIN_OBJECT && token != JsonToken.BEGIN_ARRAY) {
            left--;
            return json.value();
        }
        if (depth > DEEPEST || left <= 0) {
            json.skip();
            return JsonNull.INSTANCE;
        }
        json.enter();
        JsonElement sample = token == JsonToken.BEGIN_OBJECT ? members(depth) : elements(depth);
        json.leave();
        return sample;
    }

    private JsonObject members(int depth) throws DataException {
        JsonObject sample = new JsonObject();
        while (json.more()) {
            String name = json.name();
            if (sample.size() < MOST_WITHIN) {
                sample.add(name, next(depth + 1));
            } else {
                json.skip();
            }
        }
        return sample;
    }

    private JsonArray elements(int depth) throws DataException {
        JsonArray sample = new JsonArray();
        while (json.more()) {
            if (sample.size() < MOST_WITHIN) {
                sample.add(next(depth + 1));
            } else {
                json.skip();
            }
        }
        return sample;
    }
}
