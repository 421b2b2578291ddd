package dev.nara.search.study;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Converts a space to and from its stored form, including conditions. */
final class StoredSpace {
    private static final Gson GSON = new Gson();

    private StoredSpace() {}

    static JsonObject json(Space space) {
        JsonArray dimensions = new JsonArray();
        space.dimensions().forEach(dimension -> dimensions.add(json(dimension)));
        JsonObject json = new JsonObject();
        json.add("dimensions", dimensions);
        return json;
    }

    static JsonObject json(Dimension dimension) {
        JsonObject json = new JsonObject();
        json.addProperty("name", dimension.name());
        if (dimension instanceof Dimension.Range range) {
            json.addProperty("kind", "range");
            json.addProperty("low", range.low());
            json.addProperty("high", range.high());
            json.addProperty("whole", range.whole());
            json.addProperty("log", range.log());
            json.addProperty("step", range.step());
            json.addProperty("zero", range.zero());
        } else {
            json.addProperty("kind", dimension instanceof Dimension.Ordered ? "ordered" : "choice");
            json.add("values", GSON.toJsonTree(dimension.values()));
        }
        dimension.condition().ifPresent(condition -> {
            json.addProperty("where", condition.name());
            json.add("is", GSON.toJsonTree(new TreeSet<>(condition.values())));
        });
        return json;
    }

    static Space read(JsonObject json) {
        List<Dimension> dimensions = new ArrayList<>();
        json.getAsJsonArray("dimensions").forEach(each -> dimensions.add(dimension(each.getAsJsonObject())));
        return new Space(dimensions);
    }

    static Dimension dimension(JsonObject json) {
        String name = json.get("name").getAsString();
        Optional<Dimension.Condition> condition = json.has("where")
                ? Optional.of(new Dimension.Condition(
                        json.get("where").getAsString(), Set.copyOf(texts(json.getAsJsonArray("is")))))
                : Optional.empty();
        String kind = json.get("kind").getAsString();
        return switch (kind) {
            case "range" ->
                new Dimension.Range(
                        name,
                        json.get("low").getAsDouble(),
                        json.get("high").getAsDouble(),
                        json.get("whole").getAsBoolean(),
                        json.get("log").getAsBoolean(),
                        json.get("step").getAsDouble(),
                        json.get("zero").getAsBoolean(),
                        condition);
            case "ordered" -> new Dimension.Ordered(name, texts(json.getAsJsonArray("values")), condition);
            case "choice" -> new Dimension.Choice(name, texts(json.getAsJsonArray("values")), condition);
            default -> throw new JsonParseException(kind);
        };
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (JsonElement each : array) {
            texts.add(each.getAsString());
        }
        return texts;
    }
}
