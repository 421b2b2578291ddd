package dev.nara.data.read.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nara.data.read.roles.ColumnWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Determines the columns of records. A nested member is called {@code a.b}. If a record has a user and a list of items but no item of its
 * own, each element of the list becomes a row; lists of the same length describe its elements, other lists of texts become one text with
 * "|", and lists of objects are ignored.
 */
final class JsonFields {
    private static final int MOST = 1024;
    private static final List<String> LISTED = List.of(
            "items",
            "history",
            "sequence",
            "likes",
            "plays",
            "clicks",
            "views",
            "purchases",
            "reviews",
            "ratings",
            "tracks");

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final String list;

    private JsonFields(String list) {
        this.list = list;
    }

    /** The fields of the first records. */
    static JsonFields of(List<JsonObject> records) {
        Set<String> own = new LinkedHashSet<>();
        Map<String, Integer> lists = new LinkedHashMap<>();
        Map<String, Set<String>> listed = new LinkedHashMap<>();
        for (JsonObject record : records) {
            look(record, "", own, lists, listed);
        }
        String list = exploded(own, lists, listed);
        JsonFields fields = new JsonFields(list);
        for (String path : own) {
            fields.add(path, path);
        }
        Set<String> beside =
                listed.getOrDefault(list, Set.of()).isEmpty() ? beside(records, list, lists.keySet()) : Set.of();
        for (String path : lists.keySet()) {
            if (beside.contains(path)) {
                fields.add(path, "[=]" + path);
            } else if (!path.equals(list) && listed.getOrDefault(path, Set.of()).isEmpty()) {
                fields.add(path, path);
            }
        }
        for (String inner : listed.getOrDefault(list, Set.of())) {
            fields.add(fields.columns.containsKey(inner) ? list + "." + inner : inner, "[]" + inner);
        }
        if (!list.isEmpty() && listed.getOrDefault(list, Set.of()).isEmpty()) {
            fields.add(isItem(list) ? list : fields.columns.containsKey("item") ? list : "item", "[]");
        }
        return fields;
    }

    /** The lists that describe the items of another list: they have the same length in every record. */
    private static Set<String> beside(List<JsonObject> records, String list, Set<String> lists) {
        Set<String> beside = new LinkedHashSet<>(lists);
        beside.remove(list);
        boolean several = false;
        for (JsonObject record : records) {
            int size = length(record, list);
            beside.removeIf(path -> length(record, path) != size);
            several |= size > 1;
        }
        return several ? beside : Set.of();
    }

    private static int length(JsonObject record, String path) {
        return !path.isEmpty() && at(record, path) instanceof JsonArray list ? list.size() : -1;
    }

    private void add(String name, String path) {
        if (columns.size() < MOST) {
            columns.putIfAbsent(name, path);
        }
    }

    private static void look(
            JsonObject record,
            String prefix,
            Set<String> own,
            Map<String, Integer> lists,
            Map<String, Set<String>> listed) {
        for (Map.Entry<String, JsonElement> member : record.entrySet()) {
            String path = prefix + member.getKey();
            JsonElement value = member.getValue();
            if (value.isJsonObject()) {
                look(value.getAsJsonObject(), path + ".", own, lists, listed);
            } else if (value.isJsonArray()) {
                lists.merge(path, value.getAsJsonArray().size(), Integer::sum);
                for (JsonElement element : value.getAsJsonArray()) {
                    if (element.isJsonObject()) {
                        Set<String> inner = listed.computeIfAbsent(path, p -> new LinkedHashSet<>());
                        look(element.getAsJsonObject(), "", inner, new LinkedHashMap<>(), new LinkedHashMap<>());
                    }
                }
            } else if (own.size() < MOST) {
                own.add(path);
            }
        }
    }

    /** The list whose elements are rows, "" for none. */
    private static String exploded(Set<String> own, Map<String, Integer> lists, Map<String, Set<String>> listed) {
        boolean item = own.stream().anyMatch(JsonFields::isItem);
        if (item && own.stream().anyMatch(path -> ColumnWords.user(path) > ColumnWords.WEAK)) {
            return "";
        }
        String best = "";
        int most = 0;
        for (String path : lists.keySet()) {
            boolean items = listed.getOrDefault(path, Set.of()).stream().anyMatch(JsonFields::isItem) || isItem(path);
            boolean named = LISTED.stream().anyMatch(last(path)::endsWith);
            int rank = (items ? 4 : 0) + (named ? 2 : 0) + (lists.size() == 1 && !item ? 1 : 0);
            if (rank > most && lists.getOrDefault(path, 0) > 0) {
                most = rank;
                best = path;
            }
        }
        return best;
    }

    private static boolean isItem(String path) {
        return ColumnWords.item(path) > ColumnWords.WEAK;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The names of the columns. */
    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** The rows of a record. */
    List<String[]> rows(JsonObject record) {
        List<String[]> rows = new ArrayList<>();
        if (list.isEmpty()) {
            rows.add(row(record, null, 0));
        } else if (at(record, list) instanceof JsonArray elements) {
            for (int place = 0; place < elements.size(); place++) {
                rows.add(row(record, elements.get(place), place));
            }
        }
        return rows;
    }

    private String[] row(JsonObject record, @Nullable JsonElement element, int place) {
        String[] cells = new String[columns.size()];
        int c = 0;
        for (String path : columns.values()) {
            cells[c++] = text(value(record, element, place, path));
        }
        return cells;
    }

    private static @Nullable JsonElement value(
            JsonObject record, @Nullable JsonElement element, int place, String path) {
        if (path.startsWith("[=]")) {
            JsonElement list = at(record, path.substring(3));
            return list instanceof JsonArray values && place < values.size() ? values.get(place) : null;
        }
        if (!path.startsWith("[]") || element == null) {
            return at(record, path);
        }
        return path.length() == 2
                ? element
                : element.isJsonObject() ? at(element.getAsJsonObject(), path.substring(2)) : null;
    }

    private static @Nullable JsonElement at(JsonObject record, String path) {
        JsonElement own = record.get(path);
        if (own != null) {
            return own;
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (record.get(path.substring(0, dot)) instanceof JsonObject inner) {
                JsonElement found = at(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String text(@Nullable JsonElement value) {
        if (value == null || value.isJsonNull() || value.isJsonObject()) {
            return "";
        }
        if (value.isJsonPrimitive()) {
            return value.getAsString();
        }
        StringBuilder text = new StringBuilder();
        for (JsonElement element : value.getAsJsonArray()) {
            if (element.isJsonPrimitive()) {
                text.append(text.length() == 0 ? "" : "|").append(element.getAsString());
            }
        }
        return text.toString();
    }
}
