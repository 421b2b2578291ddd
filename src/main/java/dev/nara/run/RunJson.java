package dev.nara.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializer;
import dev.nara.spec.RunSpec;
import dev.nara.spec.SpecJson;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Converts specs and events to JSON, for the store and for scripts. Numbers are written the same in every locale. */
public final class RunJson {
    private static final Gson GSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .disableHtmlEscaping()
            .registerTypeAdapter(RunSpec.class, (JsonDeserializer<RunSpec>)
                    (json, type, context) -> SpecJson.spec(json.getAsJsonObject()))
            .registerTypeAdapter(RunSpec.class, (JsonSerializer<RunSpec>) (spec, type, context) -> SpecJson.of(spec))
            .create();
    private static final Map<String, Class<? extends RunEvent>> KINDS = Map.ofEntries(
            Map.entry("started", RunEvent.Started.class),
            Map.entry("batch", RunEvent.Batch.class),
            Map.entry("evaluating", RunEvent.Evaluating.class),
            Map.entry("epoch", RunEvent.EpochDone.class),
            Map.entry("tested", RunEvent.Tested.class),
            Map.entry("paused", RunEvent.Paused.class),
            Map.entry("resumed", RunEvent.Resumed.class),
            Map.entry("interrupted", RunEvent.Interrupted.class),
            Map.entry("finished", RunEvent.Finished.class),
            Map.entry("cancelled", RunEvent.Cancelled.class),
            Map.entry("failed", RunEvent.Failed.class));

    /** The components of a record class, accessible even if it is not public; empty for other classes. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> kind) {
            if (!kind.isRecord()) {
                return List.of();
            }
            List<RecordComponent> components = List.of(kind.getRecordComponents());
            components.forEach(component -> component.getAccessor().trySetAccessible());
            return components;
        }
    };

    private RunJson() {}

    /** An event, with its kind as {@code event}. */
    public static JsonObject event(RunEvent event) {
        JsonObject json = new JsonObject();
        json.addProperty("event", kind(event));
        for (Map.Entry<String, JsonElement> entry :
                GSON.toJsonTree(event).getAsJsonObject().entrySet()) {
            json.add(entry.getKey(), entry.getValue());
        }
        return json;
    }

    private static String kind(RunEvent event) {
        return KINDS.entrySet().stream()
                .filter(e -> e.getValue() == event.getClass())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    public static RunEvent event(String json) {
        JsonObject object = GSON.fromJson(json, JsonObject.class);
        Class<? extends RunEvent> kind = KINDS.get(object.get("event").getAsString());
        if (kind == null) {
            throw new JsonParseException(json);
        }
        return whole(GSON.fromJson(object, kind));
    }

    /** Any record as JSON. */
    public static String of(Object record) {
        return GSON.toJson(record);
    }

    /** Reads a record from its JSON. */
    public static <T> T read(String json, Class<T> kind) {
        return whole(GSON.fromJson(json, kind));
    }

    /** The record, if neither it nor a nested record lacks a required component. */
    private static <T> T whole(@Nullable T read) {
        if (read == null) {
            throw new JsonParseException("nothing");
        }
        for (RecordComponent component : COMPONENTS.get(read.getClass())) {
            Object part = part(read, component);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (part == null && !optional) {
                throw new JsonParseException(component.getName());
            }
            if (part instanceof Record) {
                whole(part);
            } else if (part instanceof Map<?, ?> map && map.values().stream().anyMatch(Objects::isNull)) {
                throw new JsonParseException(component.getName());
            }
        }
        return read;
    }

    private static @Nullable Object part(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new JsonParseException(e);
        }
    }

    public static String spec(RunSpec spec) {
        return GSON.toJson(spec);
    }

    public static RunSpec spec(String json) {
        return GSON.fromJson(json, RunSpec.class);
    }
}
