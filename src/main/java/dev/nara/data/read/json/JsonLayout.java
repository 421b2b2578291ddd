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
 * Where the records of a JSON file stand.
 *
 * @param python whether texts stand in single quotes
 * @param place of the records
 * @param path the names of the members, each within the one before, that hold them; none where they lie at the top
 */
record JsonLayout(boolean python, Place place, List<String> path) {
    /** So many objects lie around a list of records. */
    private static final int DEEPEST = 2;

    /** Where records stand. */
    enum Place {
        /** One after the other. */
        VALUES,
        /** In one array. */
        ARRAY,
        /** In an array that is a member of the one object. */
        MEMBER,
        /** Each is a member of the one object: a user's name and what belongs to the user. */
        MEMBERS,
        /** Each is a member of the one object, whose name means nothing. */
        NAMED
    }

    /** Copies the list. */
    JsonLayout {
        path = List.copyOf(path);
    }

    private JsonLayout(boolean python, Place place) {
        this(python, place, List.of());
    }

    /** Whether a file can be one: it begins with a bracket. */
    static boolean begins(DataFile file) throws DataException {
        List<String> head = TextLines.head(file, 1);
        return !head.isEmpty() && head.get(0).strip().matches("(?s)[\\[{].*");
    }

    /** That of a file that {@link #begins} as one. */
    static JsonLayout of(DataFile file) throws DataException {
        return of(file, JsonSource.LONGEST);
    }

    /** The same; of one object of more than {@code longest} characters a {@link JsonSample} decides. */
    static JsonLayout of(DataFile file, int longest) throws DataException {
        String head = String.join("\n", TextLines.head(file, 3));
        String start = head.substring(0, Math.min(200, head.length()));
        boolean python = start.matches("(?s)\\s*\\[?\\s*[{(]\\s*[ubr]?'.*");
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

    /** Columns one after the other, as pandas writes them unless it is told otherwise. */
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

    /** Lists of one length, of which one is called as users are and one as items. */
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

    /** Where lists of records lie that name users, at most so deep. */
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

    /** Whether the object itself names a user, and what is in its list does not: it is a record, the only one. */
    private static boolean isRecord(JsonObject object, Map.Entry<String, JsonElement> list) {
        JsonObject first = list.getValue().getAsJsonArray().get(0).getAsJsonObject();
        return namesUser(object) && !namesUser(first);
    }

    private static boolean namesUser(JsonObject object) {
        return object.entrySet().stream()
                .anyMatch(m -> m.getValue().isJsonPrimitive() && ColumnWords.user(m.getKey()) > ColumnWords.WEAK);
    }

    /** Whether a record names a user, also in what it holds: "node.user.id". */
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
