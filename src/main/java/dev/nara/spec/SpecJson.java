package dev.nara.spec;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.data.Recipe;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A run's settings as JSON: {@code data}, {@code format}, {@code fingerprint}, {@code recipe}, {@code algorithm}, its
 * {@code values}, and each setting of the run under its name. A setting that is missing, as in runs of earlier versions, takes
 * its default.
 */
public final class SpecJson {
    private static final Gson GSON = new Gson();

    private SpecJson() {}

    /** A setting's name in JSON: {@code splitSeed} for {@code split_seed}. */
    static String key(Parameter parameter) {
        StringBuilder key = new StringBuilder();
        for (String word : parameter.name().split("_", -1)) {
            key.append(key.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }

    /** The name of the setting behind a JSON key; an unknown key is returned as it is. */
    static String name(String key) {
        return RunSettings.ALL.stream()
                .filter(setting -> key(setting).equals(key))
                .map(Parameter::name)
                .findFirst()
                .orElse(key);
    }

    /** The settings as JSON: whole numbers as numbers, everything else as text. */
    public static JsonObject of(RunSpec spec) {
        JsonObject json = new JsonObject();
        json.addProperty("data", spec.data());
        json.addProperty("format", spec.format());
        json.addProperty("fingerprint", spec.fingerprint());
        json.addProperty("algorithm", spec.algorithm());
        JsonObject values = new JsonObject();
        spec.values().forEach(values::addProperty);
        json.add("values", values);
        for (Parameter parameter : RunSettings.ALL) {
            if (parameter instanceof Parameter.Whole) {
                json.addProperty(key(parameter), spec.run().number(parameter.name()));
            } else {
                json.addProperty(key(parameter), spec.run().text(parameter.name()));
            }
        }
        json.add("recipe", GSON.toJsonTree(spec.recipe()));
        return json;
    }

    /**
     * Reads stored settings of this or an earlier version.
     *
     * @throws JsonParseException naming a value that should be a number and is not
     */
    public static RunSpec spec(JsonObject json) {
        Map<String, String> values = new LinkedHashMap<>();
        if (json.has("values")) {
            json.getAsJsonObject("values")
                    .entrySet()
                    .forEach(e -> values.put(e.getKey(), e.getValue().getAsString()));
        }
        // Earlier versions also accepted commas between layer sizes.
        values.computeIfPresent("layers", (name, sizes) -> sizes.replaceAll("(?<!\\s)\\s*+[-,]\\s*+", "-"));
        JsonElement recipe = json.get("recipe");
        return readable(RunSpec.draft()
                .data(text(json, "data", ""))
                .format(text(json, "format", ""))
                .fingerprint(text(json, "fingerprint", ""))
                .recipe(recipe == null || recipe.isJsonNull() ? Recipe.USUAL : GSON.fromJson(recipe, Recipe.class))
                .algorithm(text(json, "algorithm", ""))
                .values(EarlierSpecs.values(text(json, "algorithm", ""), values))
                .run(run(json))
                .spec());
    }

    private static RunSpec readable(RunSpec spec) {
        try {
            spec.run().check();
            return spec;
        } catch (DataException e) {
            throw new JsonParseException(e.message(Locale.getDefault()), e);
        }
    }

    /** The run's own settings of a stored run, by parameter name. */
    static Map<String, String> run(JsonObject json) {
        Map<String, String> run = new HashMap<>();
        for (Parameter parameter : RunSettings.ALL) {
            JsonElement value = json.get(key(parameter));
            if (value != null && value.isJsonPrimitive()) {
                run.put(parameter.name(), value.getAsString());
            }
        }
        return EarlierSpecs.run(run);
    }

    private static String text(JsonObject json, String name, String otherwise) {
        JsonElement value = json.get(name);
        return value == null || value.isJsonNull() ? otherwise : value.getAsString();
    }
}
