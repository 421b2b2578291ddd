package dev.nara.search.space;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.nara.data.DataException;
import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A space as JSON: {@code {"parameters": [{"name", "kind": "real" | "whole", "low", "high", "scale": "linear" | "log", "step", "zero"},
 * {"name", "kind": "choice" | "ordered", "values", "when": {"name", "values"}}]}}; defaults may be left out. Numbers among values are
 * normalised, and written as numbers.
 */
public final class SpaceJson {
    private SpaceJson() {}

    /**
     * Reads a space.
     *
     * @throws DataException naming the invalid parameter
     */
    public static Space parse(JsonObject json) throws DataException {
        if (!(json.get("parameters") instanceof JsonArray parameters) || parameters.isEmpty()) {
            throw wrong("parameters", Text.of("space.no.value"));
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (JsonElement each : parameters) {
            String name = each instanceof JsonObject said && said.get("name") instanceof JsonPrimitive word
                    ? word.getAsString()
                    : "";
            if (name.isBlank()) {
                throw wrong("parameters", Text.of("space.json.name"));
            }
            dimensions.add(dimension(name, each.getAsJsonObject()));
        }
        try {
            return new Space(dimensions);
        } catch (IllegalArgumentException e) {
            throw wrong("parameters", Text.of("space.json.names", String.valueOf(e.getMessage())));
        }
    }

    private static Dimension dimension(String name, JsonObject json) throws DataException {
        String kind = word(json, "kind", "");
        Dimension dimension;
        try {
            dimension = switch (kind) {
                case "real", "whole" ->
                    new Dimension.Range(
                            name,
                            number(name, json, "low", Double.NaN),
                            number(name, json, "high", Double.NaN),
                            kind.equals("whole"),
                            word(json, "scale", "linear").equals("log"),
                            number(name, json, "step", 0),
                            json.has("zero") && json.get("zero").getAsBoolean(),
                            Optional.empty());
                case "choice" -> new Dimension.Choice(name, values(name, json), Optional.empty());
                case "ordered" -> new Dimension.Ordered(name, values(name, json), Optional.empty());
                default -> throw wrong(name, Text.of("space.json.kind", kind));
            };
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            throw wrong(name, Text.of("space.json.values"));
        }
        if (!json.has("when")) {
            return dimension;
        }
        if (!(json.get("when") instanceof JsonObject when)) {
            throw wrong(name, Text.of("space.json.values"));
        }
        return dimension.under(
                new Dimension.Condition(word(when, "name", ""), new LinkedHashSet<>(values(name, when))));
    }

    private static String word(JsonObject json, String key, String usual) {
        return json.get(key) instanceof JsonPrimitive word ? word.getAsString() : usual;
    }

    private static double number(String name, JsonObject json, String key, double usual) throws DataException {
        if (!json.has(key)) {
            return usual;
        }
        double number =
                json.get(key) instanceof JsonPrimitive said ? NumberScale.number(said.getAsString()) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw wrong(name, Text.of("space.json.number", key));
        }
        return number;
    }

    private static List<String> values(String name, JsonObject json) throws DataException {
        if (!(json.get("values") instanceof JsonArray values) || values.isEmpty()) {
            throw wrong(name, Text.of("space.json.values"));
        }
        List<String> words = new ArrayList<>();
        values.forEach(each -> words.add(spelt(each)));
        return words;
    }

    private static String spelt(JsonElement value) {
        JsonPrimitive said = value.getAsJsonPrimitive();
        return said.isNumber() ? Spelling.of(said.getAsString()) : said.getAsString();
    }

    /** Writes a space. */
    public static JsonObject of(Space space) {
        JsonArray parameters = new JsonArray();
        space.dimensions().forEach(dimension -> parameters.add(json(dimension)));
        JsonObject json = new JsonObject();
        json.add("parameters", parameters);
        return json;
    }

    private static JsonObject json(Dimension dimension) {
        JsonObject json = new JsonObject();
        json.addProperty("name", dimension.name());
        if (dimension instanceof Dimension.Range range) {
            json.addProperty("kind", range.whole() ? "whole" : "real");
            json.addProperty("low", range.low());
            json.addProperty("high", range.high());
            json.addProperty("scale", range.log() ? "log" : "linear");
            if (range.step() > 0) {
                json.addProperty("step", range.step());
            }
            if (range.zero()) {
                json.addProperty("zero", true);
            }
        } else {
            json.addProperty("kind", dimension instanceof Dimension.Ordered ? "ordered" : "choice");
            json.add("values", words(dimension.values()));
        }
        dimension.condition().ifPresent(condition -> {
            JsonObject when = new JsonObject();
            when.addProperty("name", condition.name());
            when.add("values", words(condition.values().stream().sorted().toList()));
            json.add("when", when);
        });
        return json;
    }

    private static JsonArray words(List<String> values) {
        JsonArray words = new JsonArray();
        values.forEach(words::add);
        return words;
    }

    /**
     * A value from JSON, number or string, in its normal spelling.
     *
     * @throws DataException if it is neither
     */
    public static Map<String, String> settings(JsonObject json) throws DataException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : json.entrySet()) {
            if (!each.getValue().isJsonPrimitive()) {
                throw wrong(each.getKey(), Text.of("space.json.value"));
            }
            settings.put(each.getKey(), spelt(each.getValue()));
        }
        return settings;
    }

    private static DataException wrong(String name, Text why) {
        return new DataException(Text.of("space.wrong", name, why), Text.of("space.json.remedy"));
    }
}
