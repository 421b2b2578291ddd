package dev.nara.data.read.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonToken;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import java.util.Map;

/** The records of a JSON file as objects, wherever they stand in it. */
final class JsonRecords {
    private final DataFile file;
    private final JsonLayout layout;

    JsonRecords(DataFile file, JsonLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /** Takes records. */
    interface Taking {
        /** The record and the line in which it ends; returns whether more are wanted. */
        boolean record(JsonObject record, long line) throws DataException;

        /** Is told of a line that is no JSON; throws what is wrong with it, unless it is to be left out. */
        default void broken(DataException problem, String line) throws DataException {
            throw problem;
        }
    }

    /** Hands over all records, or as many as are wanted. Values that are no records are left out. */
    void each(Progress progress, Taking taking) throws DataException {
        try (JsonSource json = new JsonSource(file, layout.python(), progress)) {
            switch (layout.place()) {
                case VALUES -> {
                    while (next(json, taking)) {
                        // Until there are no more or no more are wanted.
                    }
                }
                case ARRAY -> {
                    boolean more = true;
                    while (more) {
                        more = isAtArray(json) ? array(json, taking) : next(json, taking);
                    }
                }
                case MEMBER -> {
                    for (String member : layout.path()) {
                        json.enter();
                        while (json.more() && !json.name().equals(member)) {
                            json.skip();
                        }
                    }
                    array(json, taking);
                }
                case NAMED, MEMBERS -> members(json, taking);
            }
        }
    }

    /** Takes the members of an object: records, or users and what belongs to them. */
    private void members(JsonSource json, Taking taking) throws DataException {
        json.enter();
        boolean more = true;
        while (more && json.more()) {
            String name = json.name();
            if (layout.place() == JsonLayout.Place.NAMED) {
                more = take(json, taking);
            } else {
                JsonObject record = new JsonObject();
                record.addProperty("user", name);
                record.add("items", list(json.value()));
                more = taking.record(record, json.line());
            }
        }
    }

    /** Takes one of the values that stand one after the other; false at the end, or where no more are wanted. */
    private static boolean next(JsonSource json, Taking taking) throws DataException {
        JsonElement value;
        try {
            if (json.peek() == JsonToken.END_DOCUMENT) {
                return false;
            }
            value = json.value();
        } catch (DataException e) {
            JsonSource.Broken broken = json.recover(e);
            taking.broken(broken.problem(), broken.text());
            return true;
        }
        return take(value, json, taking);
    }

    private static boolean isAtArray(JsonSource json) {
        try {
            return json.peek() == JsonToken.BEGIN_ARRAY;
        } catch (DataException e) {
            return false; // as whoever takes the next value says
        }
    }

    /** Takes the values of an array, to its end; false where no more are wanted. */
    private static boolean array(JsonSource json, Taking taking) throws DataException {
        boolean more = true;
        if (json.peek() == JsonToken.BEGIN_ARRAY) {
            json.enter();
            while (more && json.more()) {
                more = take(json, taking);
            }
            if (more) {
                json.leave();
            }
        }
        return more;
    }

    private static boolean take(JsonSource json, Taking taking) throws DataException {
        return take(json.value(), json, taking);
    }

    private static boolean take(JsonElement value, JsonSource json, Taking taking) throws DataException {
        if (value.isJsonArray()) {
            JsonObject numbered = new JsonObject();
            JsonArray cells = value.getAsJsonArray();
            if (cells.isEmpty()) {
                return true;
            }
            for (int n = 0; n < cells.size(); n++) {
                numbered.add(Integer.toString(n + 1), cells.get(n));
            }
            return taking.record(numbered, json.line());
        }
        return !value.isJsonObject() || taking.record(value.getAsJsonObject(), json.line());
    }

    /** What belongs to a user, as a list: members of an object are items, each with its value. */
    private static JsonElement list(JsonElement value) {
        if (!value.isJsonObject()) {
            return value;
        }
        JsonArray items = new JsonArray();
        for (Map.Entry<String, JsonElement> member : value.getAsJsonObject().entrySet()) {
            JsonObject item = new JsonObject();
            item.addProperty("item", member.getKey());
            if (member.getValue().isJsonObject()) {
                member.getValue().getAsJsonObject().entrySet().forEach(e -> item.add(e.getKey(), e.getValue()));
            } else {
                item.add("value", member.getValue());
            }
            items.add(item);
        }
        return items;
    }
}
