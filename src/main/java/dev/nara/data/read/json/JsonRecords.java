package dev.nara.data.read.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonToken;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.roles.KnownNames;
import dev.nara.data.read.table.ColumnNames;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the records of a JSON file as objects, wherever they are in it. */
final class JsonRecords {
    private static final Set<String> ACTIONS = Set.of("index", "create", "update");
    private static final Set<String> OF_ACTIONS =
            Set.of("routing", "version", "version_type", "pipeline", "retry_on_conflict", "require_alias");

    private final DataFile file;
    private final JsonLayout layout;
    /** The names in the first array for the cells of the others. */
    private List<String> names = List.of();

    private boolean first;

    JsonRecords(DataFile file, JsonLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /** Receives records. */
    interface Taking {
        /** Receives a record and the line in which it ends; returns whether more are wanted. */
        boolean record(JsonObject record, long line) throws DataException;

        /** Receives a line that is not JSON; throws the problem, unless the line is to be left out. */
        default void broken(DataException problem, String line) throws DataException {
            throw problem;
        }
    }

    /** Passes all records on, or as many as are wanted. Values that are not records are left out. */
    void each(Progress progress, Taking taking) throws DataException {
        names = List.of();
        first = true;
        try (JsonSource json = new JsonSource(file, layout.python(), progress)) {
            switch (layout.place()) {
                case VALUES -> {
                    while (next(json, taking)) {
                        // Continues until there are no more, or no more are wanted.
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

    /** Reads the members of an object: records, or users with their data. */
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

    /** Reads one of consecutive values; false at the end, or if no more are wanted. */
    private boolean next(JsonSource json, Taking taking) throws DataException {
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

    /** Reads the values of an array to its end; false if no more are wanted. */
    private boolean array(JsonSource json, Taking taking) throws DataException {
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

    private boolean take(JsonSource json, Taking taking) throws DataException {
        return take(json.value(), json, taking);
    }

    private boolean take(JsonElement value, JsonSource json, Taking taking) throws DataException {
        if (value.isJsonArray()) {
            JsonArray cells = value.getAsJsonArray();
            if (cells.isEmpty() || isHeader(cells)) {
                return true;
            }
            JsonObject named = new JsonObject();
            for (int n = 0; n < cells.size(); n++) {
                named.add(n < names.size() ? names.get(n) : Integer.toString(n + 1), cells.get(n));
            }
            return taking.record(named, json.line());
        }
        return !value.isJsonObject()
                || isAction(value.getAsJsonObject())
                || taking.record(value.getAsJsonObject(), json.line());
    }

    /** Whether an array is the first and has the names of the others' cells; if so, stores the names. */
    private boolean isHeader(JsonArray cells) {
        boolean header = first
                && cells.asList().stream()
                        .allMatch(cell -> cell.isJsonPrimitive()
                                && cell.getAsJsonPrimitive().isString()
                                && cell.getAsString().chars().noneMatch(Character::isDigit))
                && cells.asList().stream()
                                .filter(cell -> KnownNames.has(cell.getAsString()))
                                .count()
                        > 1;
        first = false;
        if (header) {
            names = ColumnNames.unique(
                    cells.asList().stream().map(JsonElement::getAsString).toList());
        }
        return header;
    }

    /** Whether an object is an action, which precedes each record in files for Elasticsearch. */
    private static boolean isAction(JsonObject object) {
        return object.size() == 1
                && ACTIONS.contains(object.keySet().iterator().next())
                && object.asMap().values().stream()
                        .allMatch(value -> value.isJsonObject()
                                && value.getAsJsonObject().keySet().stream()
                                        .allMatch(name -> name.startsWith("_") || OF_ACTIONS.contains(name)));
    }

    /** The data of a user as a list: members of an object are items, each with its value. */
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
