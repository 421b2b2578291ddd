package dev.nara.interchange;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Interactions;
import dev.nara.data.OutputFile;
import dev.nara.data.Profile;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Quality;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.prepare.Step;
import dev.nara.spec.SplitPreview;
import dev.nara.store.entry.Environment;
import dev.nara.text.Fact;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Describes a dataset in Markdown for recipients of it or of a model: figures, columns, recipe, what preparation did, split and findings.
 * It contains no user, no item, and not the folder of the data.
 */
public final class DatasetCard {
    private final Prepared prepared;
    private final Locale locale;
    private final StringBuilder page = new StringBuilder();

    private DatasetCard(Prepared prepared, Locale locale) {
        this.prepared = prepared;
        this.locale = locale;
    }

    /**
     * Writes the page to a file, completely or not at all.
     *
     * @param quality findings in the data as they were read
     */
    public static void write(Path file, Prepared prepared, List<Finding> quality, SplitPreview preview, Locale locale)
            throws IOException {
        byte[] text = text(prepared, quality, preview, locale).getBytes(StandardCharsets.UTF_8);
        OutputFile.write(file, out -> out.write(text));
    }

    /** The text of the page. */
    public static String text(Prepared prepared, List<Finding> quality, SplitPreview preview, Locale locale) {
        DatasetCard card = new DatasetCard(prepared, locale);
        card.figures();
        card.columns();
        card.steps();
        card.facts("data.split", preview.facts());
        card.line("");
        preview.warnings()
                .forEach(warning -> card.line("- " + card.plain(warning.text().in(locale))));
        card.findings(quality);
        return card.page.toString();
    }

    private void figures() {
        Dataset dataset = prepared.dataset();
        line("# " + plain(dataset.name()));
        line("");
        line(words("card.written", Environment.VERSION));
        List<Fact> facts = new ArrayList<>(new Profile(dataset).facts());
        // The folder could reveal whose machine it was.
        facts.removeIf(fact -> fact.key().equals("profile.source"));
        facts.add(new Fact("card.fingerprint", dataset.fingerprint()));
        facts("card.what", facts);
    }

    private void facts(String heading, List<Fact> facts) {
        heading(heading);
        line("| | |");
        line("|---|---|");
        facts.forEach(fact -> row(words(fact.key()), fact.value()));
    }

    private void columns() {
        Dataset dataset = prepared.dataset();
        Interactions rows = dataset.interactions();
        List<String[]> columns = new ArrayList<>();
        attributes("profile.user.attributes", dataset.userAttributes(), columns);
        attributes("profile.item.attributes", dataset.itemAttributes(), columns);
        rows.columns().forEach(name -> columns.add(new String[] {words("profile.row.columns"), name, ""}));
        rows.wordColumns().forEach(name -> columns.add(new String[] {words("profile.words"), name, ""}));
        if (!columns.isEmpty()) {
            heading("card.columns");
            line("| | | |");
            line("|---|---|---|");
            columns.forEach(this::row);
        }
    }

    private void attributes(String key, Attributes attributes, List<String[]> columns) {
        for (String name : attributes.names()) {
            columns.add(new String[] {words(key), name, attributes.summary(name).in(locale)});
        }
    }

    private void steps() {
        heading("data.steps");
        if (prepared.steps().isEmpty()) {
            line(words("data.steps.none"));
        } else {
            line("| | " + words("profile.rows") + " | " + words("profile.users") + " | " + words("profile.items")
                    + " |");
            line("|---|---:|---:|---:|");
        }
        for (Step step : prepared.steps()) {
            String name = step.name().in(locale) + (step.detail().isEmpty() ? "" : " (" + step.detail() + ")");
            row(
                    name,
                    Step.change(step.before().rows(), step.after().rows()),
                    Step.change(step.before().users(), step.after().users()),
                    Step.change(step.before().items(), step.after().items()));
        }
        line("");
        line(words("card.recipe"));
        line("");
        line("```json");
        line(RecipeFile.text(prepared.recipe()).strip());
        line("```");
    }

    private void findings(List<Finding> quality) {
        heading("data.findings");
        List<String> repairs = prepared.recipe().preparation().repairs();
        List<Finding> listed = Quality.repairableFirst(quality).stream()
                // Findings that consist of examples only are omitted.
                .filter(finding -> !finding.id().startsWith("joined"))
                .toList();
        for (Finding finding : listed) {
            String repaired = finding.repaired(repairs) ? " " + words("card.mended") : "";
            line("- **" + words("finding." + finding.id(), Numbers.grouped(finding.count())) + "**" + repaired + "  ");
            line("  " + words("finding." + finding.id() + ".effect"));
        }
        if (listed.isEmpty()) {
            line(words("data.findings.none"));
        }
    }

    private void heading(String key) {
        line("");
        line("## " + words(key));
        line("");
    }

    private void row(String... cells) {
        line(Arrays.stream(cells).map(this::plain).collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Text escaped for Markdown, within a table cell. */
    private String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replaceAll("\\s+", " ");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(locale);
    }
}
