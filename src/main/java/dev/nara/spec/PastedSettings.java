package dev.nara.spec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads settings that were copied elsewhere: a command line of {@code nara train}, or a JSON object, either a run's as printed by
 * {@code nara runs show --json} or plain names and values. Options that concern the data are ignored.
 *
 * @param algorithm its id; "" where the text names none
 * @param values of the algorithm's parameters, presets applied
 * @param run the run's own settings, those of {@link RunSettings#inForm}
 * @param engine "" where the text names none
 */
public record PastedSettings(String algorithm, Map<String, String> values, Map<String, String> run, String engine) {
    private static final Set<String> OF_RUN =
            RunSettings.inForm().stream().map(Parameter::name).collect(Collectors.toSet());
    private static final Set<String> FLAGS = Set.of("--json", "--no-recipe", "--header", "--no-header");

    /**
     * Reads a text.
     *
     * @param current the id of the algorithm to assume where the text names none
     * @throws DataException if it is neither a command nor JSON, or sets an unknown parameter
     */
    public static PastedSettings of(String text, Algorithms algorithms, String current) throws DataException {
        Reader reader = new Reader();
        if (text.strip().startsWith("{")) {
            reader.json(text);
        } else {
            reader.command(words(text.strip()));
        }
        String id = reader.algorithm.isEmpty() ? current : reader.algorithm;
        Algorithm algorithm = algorithms.algorithm(id);
        Map<String, String> values = Algorithms.settings(algorithm, reader.preset, reader.values);
        ParameterValues.checkNames(algorithm.parameters(), values.keySet());
        return new PastedSettings(id, values, reader.run, reader.engine);
    }

    private static DataException wrong() {
        return new DataException(Text.of("paste.wrong"), Text.of("paste.wrong.remedy"));
    }

    /** Splits a line into words as a shell does: at blanks outside of quotes. */
    private static List<String> words(String line) throws DataException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && c == '\\' && i + 1 < line.length()) {
                i++;
                boolean lineGoesOn = line.charAt(i) == '\n';
                inWord |= !lineGoesOn;
                word.append(lineGoesOn ? "" : line.charAt(i));
            } else if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw wrong();
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    private static final class Reader {
        private String algorithm = "";
        private String preset = "";
        private String engine = "";
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, String> run = new HashMap<>();

        void command(List<String> words) throws DataException {
            int from = words.indexOf("train") + 1;
            if (from == 0 || from > 2) {
                throw wrong();
            }
            for (int i = from; i < words.size(); i++) {
                String option = words.get(i);
                int equals = option.indexOf('=');
                if (!option.startsWith("--")) {
                    throw wrong();
                } else if (equals > 0) {
                    option(option.substring(0, equals), option.substring(equals + 1));
                } else if (!FLAGS.contains(option)) {
                    i++;
                    option(option, i < words.size() ? words.get(i) : "");
                }
            }
        }

        private void option(String option, String value) throws DataException {
            String name = option.substring(2).replace('-', '_');
            if (name.equals("set")) {
                int equals = value.indexOf('=');
                if (equals < 1) {
                    throw wrong();
                }
                values.put(value.substring(0, equals), value.substring(equals + 1));
            } else {
                named(name, value, false);
            }
        }

        void json(String text) throws DataException {
            try {
                JsonObject object = JsonParser.parseString(text).getAsJsonObject();
                JsonObject spec = object.has("spec") ? object.getAsJsonObject("spec") : object;
                if (spec.has("values")) {
                    run.putAll(SpecJson.run(spec));
                    run.keySet().retainAll(OF_RUN);
                }
                for (Map.Entry<String, JsonElement> entry : spec.entrySet()) {
                    String name = SpecJson.name(entry.getKey());
                    if (name.equals("values")) {
                        for (Map.Entry<String, JsonElement> value :
                                entry.getValue().getAsJsonObject().entrySet()) {
                            values.put(value.getKey(), value.getValue().getAsString());
                        }
                    } else if (entry.getValue().isJsonPrimitive() && !(spec.has("values") && OF_RUN.contains(name))) {
                        named(name, entry.getValue().getAsString(), !spec.has("values"));
                    }
                }
            } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
                throw wrong();
            }
        }

        /**
         * Assigns a name that is not a setting of the run: to the algorithm where both are mixed ({@code elseValues}), else it concerns the
         * data.
         */
        private void named(String name, String text, boolean elseValues) {
            switch (name) {
                case "algorithm" -> algorithm = text;
                case "preset" -> preset = text;
                case "engine" -> engine = text;
                default -> {
                    if (OF_RUN.contains(name)) {
                        run.put(name, text);
                    } else if (elseValues) {
                        values.put(name, text);
                    }
                }
            }
        }
    }
}
