package dev.nara.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Profile;
import dev.nara.run.Workbench;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara data}: what a dataset holds. */
@Command(name = "data", mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    DataCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException {
        Dataset dataset = data.read(workbench);
        Profile profile = new Profile(dataset);
        if (json) {
            output.json(json(dataset, profile, Locale.ENGLISH));
        } else {
            print(dataset, profile, output);
        }
        return NaraCommand.DONE;
    }

    private static JsonObject json(Dataset dataset, Profile profile, Locale locale) {
        JsonObject json = new JsonObject();
        json.addProperty("name", dataset.name());
        json.addProperty("format", dataset.format());
        json.addProperty("path", dataset.source().toString());
        json.addProperty("users", dataset.users().size());
        json.addProperty("activeUsers", profile.activeUsers());
        json.addProperty("items", dataset.items().size());
        json.addProperty("watchedItems", profile.watchedItems());
        json.addProperty("interactions", profile.rows());
        json.addProperty("pairs", profile.distinctPairs());
        json.addProperty("density", profile.density());
        json.addProperty("repeatShare", profile.repeatShare());
        json.addProperty("headShare", profile.headShare());
        json.addProperty("period", profile.period());
        JsonArray findings = new JsonArray();
        for (Dataset.Finding finding : dataset.findings()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("finding", finding.key().replace("finding.", ""));
            entry.addProperty("count", finding.count());
            findings.add(entry);
        }
        json.add("findings", findings);
        json.add("userAttributes", json(dataset.userAttributes(), locale));
        json.add("itemAttributes", json(dataset.itemAttributes(), locale));
        return json;
    }

    private static JsonObject json(Attributes attributes, Locale locale) {
        JsonObject json = new JsonObject();
        for (String name : attributes.names()) {
            json.addProperty(name, attributes.summary(name).in(locale));
        }
        return json;
    }

    static void print(Dataset dataset, Profile profile, Output output) {
        line(output, "profile.source", dataset.source() + " (" + dataset.format() + ")");
        line(output, "profile.users", Numbers.grouped(dataset.users().size()));
        line(output, "profile.items", Numbers.grouped(dataset.items().size()));
        line(output, "profile.watched", Numbers.grouped(profile.watchedItems()));
        line(output, "profile.rows", Numbers.grouped(profile.rows()));
        line(output, "profile.pairs", Numbers.grouped(profile.distinctPairs()));
        line(output, "profile.density", Numbers.percent(profile.density(), 3));
        line(output, "profile.repeats", Numbers.percent(profile.repeatShare(), 1));
        line(output, "profile.head", Numbers.percent(profile.headShare(), 1));
        if (!profile.period().isEmpty()) {
            line(output, "profile.period", profile.period());
        }
        attributes(output, "profile.user.attributes", dataset.userAttributes());
        attributes(output, "profile.item.attributes", dataset.itemAttributes());
        for (Dataset.Finding finding : dataset.findings()) {
            output.result("  ! "
                    + Text.of(finding.key(), Numbers.grouped(finding.count())).in(output.locale()));
        }
    }

    private static void attributes(Output output, String key, Attributes attributes) {
        for (String name : attributes.names()) {
            line(output, key, name + ": " + attributes.summary(name).in(output.locale()));
        }
    }

    private static void line(Output output, String key, String value) {
        output.result(Columns.padded(Text.of(key).in(output.locale()), 22) + value);
    }
}
