package dev.nara.data.read.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonToken;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.roles.ColumnWords;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the records of a JSON file are.
 *
 * @param python whether texts are in single quotes
 * @param place of the records
 * @param path the names of the nested members that contain them; empty if they are at the top level
 */
record JsonLayout(boolean python, Place place, List<String> path) {
    /** The deepest nesting of a list of records. */
    private static final int DEEPEST = 2;

    /** The place of records. */
    enum Place {
        /** One after the other at the top level. */
        VALUES,
        /** In one array. */
        ARRAY,
        /** In an array that is a member of the single object. */
        MEMBER,
        /** Each is a member of the single object: a user's name with the user's data. */
        MEMBERS,
        /** Each is a member of the single object, with a meaningless name. */
        NAMED
    }

    JsonLayout {
        path = List.copyOf(path);
    }

    private JsonLayout(boolean python, Place place) {
        this(python, place, List.of());
    }

    /** Whether a file can be JSON: it begins with a bracket, or with a tuple of Python. */
    static boolean begins(DataFile file) throws DataException {
        List<String> head = TextLines.head(file, 1);
        return !head.isEmpty() && head.get(0).strip().matches("(?s)[\\[{].*|\\(.*\\),?");
    }

    /** The layout of a file for which {@link #begins} is true. */
    static JsonLayout of(DataFile file) throws DataException {
        return of(file, JsonSource.LONGEST);
    }

    /** The layout of a file; for a single object of more than {@code longest} characters it is determined from a {@link JsonSample}. */
    static JsonLayout of(DataFile file, int longest) throws DataException {
        String head = String.join("\n", TextLines.head(file, 3));
        String start = head.substring(0, Math.min(200, head.length()));
        boolean python = start.matches("(?s)\\s*\\[?\\s*(\\(|\\{\\s*[ubr]?').*");
        try (JsonSource json = new JsonSource(file, python, Progress.NONE, longest)) {
            if (json.peek() == JsonToken.BEGIN_ARRAY) {
                json.enter();
                boolean inside =
                        json.more() && (json.peek() == JsonToken.BEGIN_OBJECT || json.peek() == JsonToken.BEGIN_ARRAY);
                return new JsonLayout(python, inside ? Place.ARRAY : Place.VALUES);
            }
            JsonElement first = json.value();
            if (json.peek() != JsonToken.END_DOCUMENT || !first.isJsonObject()) {
                return new JsonLayout(python, Place.VALUES);
            }
            return one(file, python, first.getAsJsonObject());
        } catch (JsonSource.TooLong e) {
            return one(file, python, JsonSample.of(file, python));
        }
    }

    private static JsonLayout one(DataFile file, boolean python, JsonObject object) throws DataException {
        refuseColumns(file, object);
        return single(python, object);
    }

    /** Throws for column-oriented JSON, which pandas writes by default. */
    private static void refuseColumns(DataFile file, JsonObject object) throws DataException {
        List<String> names = List.copyOf(object.keySet());
        boolean numbered = object.size() > 1
                && object.entrySet().stream()
                        .allMatch(m -> m.getValue().isJsonObject()
                                && m.getValue().getAsJsonObject().has("0")
                                && m.getValue().getAsJsonObject().size()
                                        == object.get(names.get(0))
                                                .getAsJsonObject()
                                                .size());
        if (numbered || areColumns(object) || (object.has("columns") && object.has("data"))) {
            throw new DataException(file.shown(), Text.of("data.json.columns"), Text.of("data.json.columns.remedy"));
        }
    }

    /** Whether all members are lists of the same length, one named like users and one like items. */
    private static boolean areColumns(JsonObject object) {
        return object.size() > 1
                && object.keySet().stream().anyMatch(name -> ColumnWords.user(name) > ColumnWords.WEAK)
                && object.keySet().stream().anyMatch(name -> ColumnWords.item(name) > ColumnWords.WEAK)
                && object.entrySet().stream()
                        .allMatch(m -> m.getValue().isJsonArray()
                                && m.getValue().getAsJsonArray().asList().stream()
                                        .allMatch(JsonElement::isJsonPrimitive))
                && object.entrySet().stream()
                                .map(m -> m.getValue().getAsJsonArray().size())
                                .distinct()
                                .count()
                        == 1;
    }

    private static JsonLayout single(boolean python, JsonObject object) {
        List<Map.Entry<String, JsonElement>> members = List.copyOf(object.entrySet());
        List<List<String>> logs = logs(object, 0);
        if (logs.size() == 1 && !namesUser(object)) {
            return new JsonLayout(python, Place.MEMBER, logs.get(0));
        }
        if (!members.isEmpty()
                && members.stream()
                        .allMatch(m -> m.getValue().isJsonObject()
                                && namesUser(m.getValue().getAsJsonObject()))) {
            return new JsonLayout(python, Place.NAMED);
        }
        boolean lists = members.stream()
                .allMatch(m -> m.getValue().isJsonArray() || m.getValue().isJsonObject());
        boolean one = members.stream().filter(m -> m.getValue().isJsonArray()).count() == 1;
        for (Map.Entry<String, JsonElement> member : members) {
            if (holdsRecords(member.getValue())
                    && !(lists && members.size() > 1 && !one)
                    && !isRecord(object, member)) {
                return new JsonLayout(python, Place.MEMBER, List.of(member.getKey()));
            }
        }
        return new JsonLayout(python, lists ? Place.MEMBERS : Place.VALUES);
    }

    /** The paths of lists of records with users, up to a depth. */
    private static List<List<String>> logs(JsonObject object, int depth) {
        List<List<String>> found = new ArrayList<>();
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            JsonElement value = member.getValue();
            if (holdsRecords(value) && names(value.getAsJsonArray().get(0).getAsJsonObject(), "", 0)) {
                found.add(List.of(member.getKey()));
            } else if (value.isJsonObject() && depth < DEEPEST) {
                for (List<String> below : logs(value.getAsJsonObject(), depth + 1)) {
                    List<String> path = new ArrayList<>(List.of(member.getKey()));
                    path.addAll(below);
                    found.add(path);
                }
            }
        }
        return found;
    }

    /** Whether the object itself has a user, and the elements of its list do not: then it is the only record. */
    private static boolean isRecord(JsonObject object, Map.Entry<String, JsonElement> list) {
        JsonObject first = list.getValue().getAsJsonArray().get(0).getAsJsonObject();
        return namesUser(object) && !namesUser(first);
    }

    private static boolean namesUser(JsonObject object) {
        return object.entrySet().stream()
                .anyMatch(m -> m.getValue().isJsonPrimitive() && ColumnWords.user(m.getKey()) > ColumnWords.WEAK);
    }

    /** Whether a record has a user, also in nested members: "node.user.id". */
    private static boolean names(JsonObject record, String path, int depth) {
        return record.entrySet().stream().anyMatch(m -> {
            String name = path + m.getKey();
            return m.getValue().isJsonObject()
                    ? depth < DEEPEST && names(m.getValue().getAsJsonObject(), name + ".", depth + 1)
                    : m.getValue().isJsonPrimitive() && ColumnWords.user(name) > ColumnWords.WEAK;
        });
    }

    private static boolean holdsRecords(JsonElement value) {
        return value.isJsonArray()
                && !value.getAsJsonArray().isEmpty()
                && value.getAsJsonArray().get(0).isJsonObject();
    }
}
