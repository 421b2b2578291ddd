package dev.nara.cli;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Profile;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Quality;
import dev.nara.data.prepare.Step;
import dev.nara.eval.Candidates;
import dev.nara.split.Split;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What {@code nara data} says, as text for people and as JSON for scripts.
 *
 * @param described the prepared dataset with what was derived from it
 */
record DataReport(
        Prepared prepared,
        Dataset described,
        Optional<Path> recipe,
        Profile profile,
        List<Finding> quality,
        Split split,
        Candidates candidates) {
    private static final int LABEL = 22;
    private static final int MOST_VALUES = 20;
    private static final int MOST_WEEKS = 60;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    JsonObject json() {
        Dataset dataset = prepared.dataset();
        JsonObject json = new JsonObject();
        json.addProperty("name", dataset.name());
        json.addProperty("format", dataset.format());
        json.addProperty("path", dataset.path().toString());
        json.addProperty("encoding", dataset.source().encoding());
        json.addProperty("fingerprint", dataset.fingerprint());
        json.addProperty("users", dataset.users().size());
        json.addProperty("activeUsers", profile.activeUsers());
        json.addProperty("items", dataset.items().size());
        json.addProperty("watchedItems", profile.watchedItems());
        json.addProperty("interactions", profile.rows());
        json.addProperty("pairs", profile.distinctPairs());
        json.addProperty("density", profile.density());
        json.addProperty("repeatShare", profile.repeatShare());
        json.addProperty("headShare", profile.headShare());
        json.addProperty("tailShare", profile.tailShare());
        json.addProperty("period", profile.period());
        Gson gson = new Gson();
        JsonObject activity = new JsonObject();
        activity.add("hours", gson.toJsonTree(profile.hours()));
        activity.add("weekdays", gson.toJsonTree(profile.weekdays()));
        JsonObject weeks = new JsonObject();
        profile.weeks().forEach((monday, count) -> weeks.addProperty(monday.toString(), count));
        activity.add("weeks", weeks);
        json.add("activity", activity);
        JsonObject lengths = new JsonObject();
        for (int c = 0; c < profile.historyLengths().length; c++) {
            lengths.addProperty(profile.historyLengthClass(c), profile.historyLengths()[c]);
        }
        json.add("historyLengths", lengths);
        json.add("popularity", popularity());
        JsonArray findings = new JsonArray();
        for (Finding finding : quality) {
            JsonObject entry = gson.toJsonTree(finding).getAsJsonObject();
            entry.addProperty(
                    "applied",
                    !finding.repair().isEmpty()
                            && prepared.recipe().preparation().repairs().contains(finding.repair()));
            Text words = Text.of("finding." + finding.id(), Numbers.grouped(finding.count()));
            entry.addProperty("text", words.in(Locale.ENGLISH));
            entry.addProperty(
                    "effect", Text.of("finding." + finding.id() + ".effect").in(Locale.ENGLISH));
            findings.add(entry);
        }
        json.add("quality", findings);
        json.addProperty("recipeFile", recipe.map(Path::toString).orElse(""));
        json.add("recipe", gson.toJsonTree(prepared.recipe()));
        json.add("steps", gson.toJsonTree(prepared.steps()));
        JsonObject cut = gson.toJsonTree(split.summary()).getAsJsonObject();
        cut.addProperty("split", split.spec());
        JsonArray warnings = new JsonArray();
        candidates.warnings(split).forEach(w -> warnings.add(w.in(Locale.ENGLISH)));
        cut.add("warnings", warnings);
        json.add("split", cut);
        json.add("rowColumns", gson.toJsonTree(dataset.interactions().columns()));
        json.add("userAttributes", json(described.userAttributes()));
        json.add("itemAttributes", json(described.itemAttributes()));
        return json;
    }

    /** How many rows the 1st, 2nd, 4th … most popular item has. */
    private JsonObject popularity() {
        JsonObject curve = new JsonObject();
        int[] rows = profile.popularity();
        for (int rank = 1; rank <= rows.length; rank *= 2) {
            curve.addProperty(Integer.toString(rank), rows[rank - 1]);
        }
        return curve;
    }

    /** One block a number, the higher the more. */
    private static String bars(int... numbers) {
        int most = Math.max(1, Arrays.stream(numbers).max().orElse(1));
        return Arrays.stream(numbers)
                .mapToObj(n -> n == 0
                        ? " "
                        : BLOCKS.substring((int) ((n - 1L) * BLOCKS.length() / most))
                                .substring(0, 1))
                .collect(Collectors.joining());
    }

    private void plots(Output output) {
        int[] lengths = profile.historyLengths();
        line(
                output,
                "profile.lengths",
                IntStream.range(0, lengths.length)
                        .filter(c -> lengths[c] > 0)
                        .mapToObj(c -> profile.historyLengthClass(c) + ": " + Numbers.grouped(lengths[c]))
                        .collect(Collectors.joining("  ")));
        if (prepared.dataset().clock()) {
            line(output, "profile.hours", bars(profile.hours()));
            line(output, "profile.weekdays", bars(profile.weekdays()));
            int[] weeks = profile.weeks().values().stream().mapToInt(n -> n).toArray();
            line(
                    output,
                    "profile.weeks",
                    bars(
                            weeks.length > MOST_WEEKS
                                    ? Arrays.copyOfRange(weeks, weeks.length - MOST_WEEKS, weeks.length)
                                    : weeks));
        }
    }

    /** What was derived, with the ranges or values that came of it. */
    private void derived(Output output) {
        derived(output, prepared.dataset().userAttributes(), described.userAttributes());
        derived(output, prepared.dataset().itemAttributes(), described.itemAttributes());
    }

    private static void derived(Output output, Attributes before, Attributes after) {
        for (String name : after.names()) {
            if (!before.has(name)) {
                String values = after.isNumeric(name)
                        ? after.summary(name).in(output.locale())
                        : after.counts(name).stream()
                                .limit(MOST_VALUES)
                                .map(c -> c.getKey() + " (" + Numbers.grouped(c.getValue()) + ")")
                                .collect(Collectors.joining(" · "));
                line(output, "profile.derived", name + ": " + values);
            }
        }
    }

    private static JsonObject json(Attributes attributes) {
        JsonObject json = new JsonObject();
        for (String name : attributes.names()) {
            JsonObject column = new JsonObject();
            column.addProperty("summary", attributes.summary(name).in(Locale.ENGLISH));
            column.addProperty("missing", attributes.missing(name));
            List<Map.Entry<String, Integer>> counts = attributes.counts(name);
            column.addProperty("distinct", counts.size());
            JsonObject values = new JsonObject();
            counts.stream().limit(MOST_VALUES).forEach(c -> values.addProperty(c.getKey(), c.getValue()));
            column.add("values", values);
            json.add(name, column);
        }
        return json;
    }

    void print(Output output) {
        Dataset dataset = prepared.dataset();
        profile.facts().forEach(fact -> line(output, fact.key(), fact.value()));
        recipe.ifPresent(file -> line(output, "profile.recipe", file.toString()));
        attributes(output, "profile.user.attributes", dataset.userAttributes());
        attributes(output, "profile.item.attributes", dataset.itemAttributes());
        if (!dataset.interactions().columns().isEmpty()) {
            line(
                    output,
                    "profile.row.columns",
                    String.join(", ", dataset.interactions().columns()));
        }
        plots(output);
        derived(output);
        findings(output);
        steps(output);
        cut(output);
    }

    private void findings(Output output) {
        title(output, "data.findings");
        for (Finding finding : Quality.mendableFirst(quality)) {
            List<String> applied = prepared.recipe().preparation().repairs();
            String mark = finding.repair().isEmpty() ? " " : applied.contains(finding.repair()) ? "✓" : "○";
            output.result("  " + mark + " "
                    + Text.of("finding." + finding.id(), Numbers.grouped(finding.count()))
                            .in(output.locale()));
            output.result(
                    "      " + Text.of("finding." + finding.id() + ".effect").in(output.locale()));
            if (!finding.repair().isEmpty()) {
                output.result("      --repairs " + finding.repair() + ": "
                        + Text.of("repair." + finding.repair()).in(output.locale()));
            }
            finding.examples().forEach(example -> output.result("        " + example));
        }
        if (quality.isEmpty()) {
            output.result("  " + Text.of("data.findings.none").in(output.locale()));
        }
    }

    private void steps(Output output) {
        title(output, "data.steps");
        for (Step step : prepared.steps()) {
            output.result("  " + step.name().in(output.locale())
                    + (step.detail().isEmpty() ? "" : " (" + step.detail() + ")"));
            output.result("      "
                    + Text.of(
                                    "data.step",
                                    Step.change(
                                            step.before().rows(), step.after().rows()),
                                    Step.change(
                                            step.before().users(), step.after().users()),
                                    Step.change(
                                            step.before().items(), step.after().items()))
                            .in(output.locale()));
            step.alsoChanged().forEach(change -> output.result("      " + change.in(output.locale())));
        }
        if (prepared.steps().isEmpty()) {
            output.result("  " + Text.of("data.steps.none").in(output.locale()));
        }
    }

    private void cut(Output output) {
        title(output, "data.split");
        split.facts().forEach(fact -> line(output, fact.key(), fact.value()));
        candidates.warnings(split).forEach(w -> output.result("  ! " + w.in(output.locale())));
    }

    private static void title(Output output, String key) {
        output.result("");
        output.result(Text.of(key).in(output.locale()));
    }

    private static void attributes(Output output, String key, Attributes attributes) {
        for (String name : attributes.names()) {
            line(output, key, name + ": " + attributes.summary(name).in(output.locale()));
        }
    }

    private static void line(Output output, String key, String value) {
        output.result(TextTable.padded(Text.of(key).in(output.locale()), LABEL) + value);
    }
}
