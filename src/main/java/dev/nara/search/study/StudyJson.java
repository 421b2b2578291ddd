package dev.nara.search.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializer;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.spec.RunSpec;
import dev.nara.spec.SpecJson;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Converts studies and their events to JSON, for the store and for scripts. Numbers are written the same in every locale. */
public final class StudyJson {
    private static final Gson GSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .disableHtmlEscaping()
            .registerTypeAdapter(RunSpec.class, (JsonDeserializer<RunSpec>)
                    (json, type, context) -> SpecJson.spec(json.getAsJsonObject()))
            .registerTypeAdapter(RunSpec.class, (JsonSerializer<RunSpec>) (spec, type, context) -> SpecJson.of(spec))
            .registerTypeAdapter(Space.class, (JsonDeserializer<Space>)
                    (json, type, context) -> StoredSpace.read(json.getAsJsonObject()))
            .registerTypeAdapter(Space.class, (JsonSerializer<Space>) (space, type, context) -> StoredSpace.json(space))
            .registerTypeHierarchyAdapter(Dimension.class, (JsonDeserializer<Dimension>)
                    (json, type, context) -> StoredSpace.dimension(json.getAsJsonObject()))
            .registerTypeHierarchyAdapter(Dimension.class, (JsonSerializer<Dimension>)
                    (dimension, type, context) -> StoredSpace.json(dimension))
            .registerTypeHierarchyAdapter(Optional.class, (JsonSerializer<Optional<?>>)
                    (some, type, context) -> some.isPresent() ? context.serialize(some.get()) : JsonNull.INSTANCE)
            .registerTypeAdapter(Text.class, (JsonDeserializer<Text>) (json, type, context) -> text(json))
            .registerTypeAdapter(Text.class, (JsonSerializer<Text>) (text, type, context) -> json(text))
            .create();

    private static final Map<String, Class<?>> KINDS = kinds();

    private StudyJson() {}

    private static Map<String, Class<?>> kinds() {
        List<Class<?>> all = new ArrayList<>();
        all.addAll(Arrays.asList(StudyEvent.class.getPermittedSubclasses()));
        all.addAll(Arrays.asList(StudyEvent.Steering.class.getPermittedSubclasses()));
        all.addAll(Arrays.asList(StudyEvent.Request.class.getPermittedSubclasses()));
        return all.stream().filter(Class::isRecord).collect(Collectors.toMap(StudyJson::kind, Function.identity()));
    }

    /** {@code thaw_asked} for {@code ThawAsked}. */
    private static String kind(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** An event, with its kind as {@code event}. */
    public static JsonObject json(StudyEvent event) {
        JsonObject json = new JsonObject();
        json.addProperty("event", kind(event.getClass()));
        GSON.toJsonTree(event).getAsJsonObject().entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
        return json;
    }

    /** Reads an event. */
    public static StudyEvent event(String json) {
        JsonObject object = GSON.fromJson(json, JsonObject.class);
        Class<?> kind = KINDS.get(object.get("event").getAsString());
        if (kind == null) {
            throw new JsonParseException(json);
        }
        return (StudyEvent) GSON.fromJson(object, kind);
    }

    /** Writes a spec. */
    public static JsonObject json(StudySpec spec) {
        return GSON.toJsonTree(spec).getAsJsonObject();
    }

    /** Reads a spec. */
    public static StudySpec spec(String json) {
        return GSON.fromJson(json, StudySpec.class);
    }

    /** Writes any record of a study, such as its choice. */
    public static JsonElement json(Object record) {
        return GSON.toJsonTree(record);
    }

    /** The text as it is read back from the store: its arguments are texts or strings. */
    public static Text stored(Text text) {
        return text(json(text));
    }

    private static JsonElement json(Text text) {
        JsonObject json = new JsonObject();
        json.addProperty("key", text.key());
        JsonArray arguments = new JsonArray();
        for (Object argument : text.arguments()) {
            if (argument instanceof Text nested) {
                arguments.add(json(nested));
            } else {
                arguments.add(String.valueOf(argument));
            }
        }
        json.add("arguments", arguments);
        return json;
    }

    private static Text text(JsonElement json) {
        List<Object> arguments = new ArrayList<>();
        for (JsonElement argument : json.getAsJsonObject().getAsJsonArray("arguments")) {
            arguments.add(argument.isJsonObject() ? text(argument) : argument.getAsString());
        }
        return Text.of(json.getAsJsonObject().get("key").getAsString(), arguments.toArray());
    }
}
