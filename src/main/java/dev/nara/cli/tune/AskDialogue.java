package dev.nara.cli.tune;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.nara.data.DataException;
import dev.nara.search.sampler.Observation;
import dev.nara.search.sampler.Sampler;
import dev.nara.search.sampler.Suggestion;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.space.SpaceJson;
import dev.nara.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The protocol of {@code nara tune ask}. {@code {"ask": N}} returns N settings, which are pending until their result is reported; {@code
 * {"tell": {"settings", "value", "error", "cost"}}} reports one and returns nothing; a null value means that the trial failed.
 */
final class AskDialogue {
    private static final int MOST = 1000;

    private final JsonObject said;
    private final Space space;
    private final int sign;
    private final Sampler sampler;
    private final long seed;
    private final Locale locale;
    private final List<Observation> history = new ArrayList<>();

    /**
     * Starts without any trials.
     *
     * @param said the search space with its goal, as JSON
     * @throws DataException if it is not a search space
     */
    AskDialogue(JsonObject said, Sampler sampler, long seed, Locale locale) throws DataException {
        this.said = said;
        this.sampler = sampler;
        this.seed = seed;
        this.locale = locale;
        space = SpaceJson.parse(said);
        String goal = said.get("goal") instanceof JsonPrimitive word ? word.getAsString() : "maximize";
        if (!goal.equals("maximize") && !goal.equals("minimize")) {
            throw new DataException(Text.of("ask.goal", goal), Text.of("ask.goal.remedy"));
        }
        sign = goal.equals("maximize") ? 1 : -1;
    }

    /**
     * Handles a line of input; returns the lines of output.
     *
     * @throws DataException if it is neither of the two requests
     */
    List<JsonObject> answers(String line) throws DataException {
        JsonObject json = parsed(line);
        if (json.size() == 1 && json.get("tell") instanceof JsonObject result) {
            tell(result);
            return List.of();
        }
        if (json.size() == 1 && json.get("ask") instanceof JsonPrimitive count) {
            double n = number(count);
            if (n >= 1 && n <= MOST && n == Math.rint(n)) {
                return ask((int) n);
            }
        }
        throw wrong(Text.of("ask.line"));
    }

    private static JsonObject parsed(String line) throws DataException {
        try {
            return JsonParser.parseString(line) instanceof JsonObject json ? json : new JsonObject();
        } catch (JsonParseException e) {
            return new JsonObject();
        }
    }

    private List<JsonObject> ask(int n) {
        List<JsonObject> answers = new ArrayList<>();
        for (Suggestion each : sampler.ask(space, history, List.of(), n, seed)) {
            history.add(Observation.pending(each.settings()));
            JsonObject settings = new JsonObject();
            each.settings().forEach((name, value) -> settings.add(name, written(name, value)));
            JsonObject answer = new JsonObject();
            answer.add("settings", settings);
            answer.addProperty("why", each.reason(sign).in(locale));
            answers.add(answer);
        }
        return answers;
    }

    /** A value with its type in the search space: a string or a number. */
    private JsonElement written(String name, String value) {
        for (JsonElement each : said.getAsJsonArray("parameters")) {
            JsonObject parameter = each.getAsJsonObject();
            if (parameter.get("name").getAsString().equals(name)
                    && parameter.get("values") instanceof JsonArray values) {
                int at = space.dimension(name).orElseThrow().values().indexOf(value);
                return values.get(at);
            }
        }
        return new JsonPrimitive(new BigDecimal(value));
    }

    private void tell(JsonObject result) throws DataException {
        if (!(result.get("settings") instanceof JsonObject settings) || !result.has("value")) {
            throw wrong(Text.of("ask.line"));
        }
        Map<String, String> values = checked(SpaceJson.settings(settings));
        boolean failed = result.get("value").isJsonNull();
        double value = failed ? Double.NaN : sign * number(result.get("value"));
        if (!failed && !Double.isFinite(value)) {
            throw wrong(Text.of("ask.value"));
        }
        Observation observation = new Observation(
                values,
                value,
                result.has("error") ? number(result.get("error")) : Double.NaN,
                result.has("cost") ? number(result.get("cost")) : Double.NaN,
                failed ? Observation.Kind.FAILED : Observation.Kind.DONE);
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).kind() == Observation.Kind.PENDING
                    && space.active(history.get(i).settings()).equals(space.active(values))) {
                history.set(i, observation);
                return;
            }
        }
        history.add(observation);
    }

    private Map<String, String> checked(Map<String, String> values) throws DataException {
        double[] places = space.places(values);
        for (int d = 0; d < places.length; d++) {
            Dimension dimension = space.dimensions().get(d);
            if (space.counts(dimension, values) && Double.isNaN(places[d])) {
                String value = values.get(dimension.name());
                throw wrong(
                        value == null
                                ? Text.of("ask.missing", dimension.name())
                                : Text.of("ask.setting", dimension.name(), value));
            }
        }
        return values;
    }

    private static double number(JsonElement json) {
        try {
            return json.getAsDouble();
        } catch (NumberFormatException | IllegalStateException | UnsupportedOperationException e) {
            return Double.NaN;
        }
    }

    private static DataException wrong(Text problem) {
        return new DataException(problem, Text.of("ask.line.remedy"));
    }
}
