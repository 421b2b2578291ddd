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
 * The first members of an object that is too long to be read whole, and of all within it: enough to say where its records stand. What
 * lies behind them is left out, and what lies too deep is null.
 */
final class JsonSample {
    /** So many members of the object are kept, and of objects and arrays within it. */
    private static final int MOST = 1000;

    private static final int MOST_WITHIN = 50;
    private static final int DEEPEST = 6;

    /** So many values are kept in all, and of one member of the object. */
    private static final int MOST_VALUES = 200_000;

    private static final int MOST_VALUES_WITHIN = 20_000;

    private final JsonSource json;
    private int left;

    private JsonSample(JsonSource json) {
        this.json = json;
    }

    /** Of the one object of a file. */
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
