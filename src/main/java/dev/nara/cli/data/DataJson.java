package dev.nara.cli.data;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Profile;
import dev.nara.data.WordCounts;
import dev.nara.split.Split;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The output of {@code nara data} as JSON for scripts; its names must stay the same. */
final class DataJson {
    private static final Gson GSON = new Gson();

    private DataJson() {}

    static JsonObject of(DataReport report) {
        Dataset dataset = report.prepared().dataset();
        JsonObject json = new JsonObject();
        facts(json, dataset, report.profile());
        json.add("activity", activity(report.profile()));
        json.add("historyLengths", historyLengths(report.profile()));
        json.add("popularity", popularity(report.profile()));
        json.add("quality", quality(report));
        json.addProperty("recipeFile", report.recipe().map(Path::toString).orElse(""));
        json.add("recipe", GSON.toJsonTree(report.prepared().recipe()));
        json.add("steps", GSON.toJsonTree(report.prepared().steps()));
        json.add("split", split(report));
        json.add("rowColumns", GSON.toJsonTree(dataset.interactions().columns()));
        JsonObject words = new JsonObject();
        dataset.interactions()
                .wordColumns()
                .forEach(column -> words.add(column, GSON.toJsonTree(WordCounts.of(dataset.interactions(), column))));
        json.add("rowWords", words);
        json.add("userAttributes", attributes(report.described().userAttributes()));
        json.add("itemAttributes", attributes(report.described().itemAttributes()));
        return json;
    }

    private static void facts(JsonObject json, Dataset dataset, Profile profile) {
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
        json.addProperty("times", dataset.calendar().kind().name().toLowerCase(Locale.ROOT));
        json.addProperty("zone", profile.zoneName());
    }

    private static JsonObject activity(Profile profile) {
        JsonObject activity = new JsonObject();
        activity.add("hours", GSON.toJsonTree(profile.hours()));
        activity.add("weekdays", GSON.toJsonTree(profile.weekdays()));
        JsonObject weeks = new JsonObject();
        profile.weeks().forEach((monday, count) -> weeks.addProperty(monday.toString(), count));
        activity.add("weeks", weeks);
        return activity;
    }

    private static JsonObject historyLengths(Profile profile) {
        JsonObject lengths = new JsonObject();
        for (int c = 0; c < profile.historyLengths().length; c++) {
            lengths.addProperty(profile.historyLengthClass(c), profile.historyLengths()[c]);
        }
        return lengths;
    }

    /** How many rows the 1st, 2nd, 4th … most popular item has. */
    private static JsonObject popularity(Profile profile) {
        JsonObject curve = new JsonObject();
        int[] rows = profile.popularity();
        for (int rank = 1; rank <= rows.length; rank *= 2) {
            curve.addProperty(Integer.toString(rank), rows[rank - 1]);
        }
        return curve;
    }

    private static JsonArray quality(DataReport report) {
        List<String> repairs = report.prepared().recipe().preparation().repairs();
        JsonArray findings = new JsonArray();
        for (Finding finding : report.quality()) {
            JsonObject entry = GSON.toJsonTree(finding).getAsJsonObject();
            entry.addProperty("applied", !finding.repair().isEmpty() && repairs.contains(finding.repair()));
            Text words = Text.of("finding." + finding.id(), Numbers.grouped(finding.count()));
            entry.addProperty("text", words.in(Locale.ENGLISH));
            entry.addProperty(
                    "effect", Text.of("finding." + finding.id() + ".effect").in(Locale.ENGLISH));
            findings.add(entry);
        }
        return findings;
    }

    private static JsonObject split(DataReport report) {
        JsonObject split =
                GSON.toJsonTree(report.preview().protocol().split().summary()).getAsJsonObject();
        split.addProperty("split", report.preview().protocol().split().spec());
        JsonArray warnings = new JsonArray();
        split.addProperty("candidates", report.preview().protocol().candidates().spec());
        report.preview().warnings().forEach(w -> warnings.add(w.text().in(Locale.ENGLISH)));
        split.add("warnings", warnings);
        report.preview()
                .validation()
                .ifPresent(part -> split.add(
                        "validation", validation(part, report.preview().left())));
        return split;
    }

    private static JsonObject validation(Split part, Split left) {
        JsonObject validation = new JsonObject();
        validation.addProperty("split", part.spec());
        validation.addProperty("pairsToFind", part.summary().pairsToFind());
        validation.addProperty("trainRows", left.summary().trainRows());
        validation.addProperty("unseenUsers", left.summary().unseenUsers());
        return validation;
    }

    private static JsonObject attributes(Attributes attributes) {
        JsonObject json = new JsonObject();
        for (String name : attributes.names()) {
            JsonObject column = new JsonObject();
            column.addProperty("summary", attributes.summary(name).in(Locale.ENGLISH));
            column.addProperty("missing", attributes.missing(name));
            List<Map.Entry<String, Integer>> counts = attributes.counts(name);
            column.addProperty("distinct", counts.size());
            JsonObject values = new JsonObject();
            counts.stream().limit(DataReport.MOST_VALUES).forEach(c -> values.addProperty(c.getKey(), c.getValue()));
            column.add("values", values);
            json.add(name, column);
        }
        return json;
    }
}
