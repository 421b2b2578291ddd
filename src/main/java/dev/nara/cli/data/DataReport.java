package dev.nara.cli.data;

import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Profile;
import dev.nara.data.WordCounts;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Quality;
import dev.nara.data.prepare.Step;
import dev.nara.spec.SplitPreview;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The output of {@code nara data} as text for people; {@link DataJson} is for scripts.
 *
 * @param described the prepared dataset with its derived attributes
 */
record DataReport(
        Prepared prepared,
        Dataset described,
        Optional<Path> recipe,
        Profile profile,
        List<Finding> quality,
        SplitPreview preview) {
    private static final int LABEL = 22;
    static final int MOST_VALUES = 20;
    private static final int MOST_WEEKS = 60;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    /** One block character per number; larger numbers get taller blocks. */
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

    /** Prints the derived attributes with their ranges or values. */
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
        for (String column : dataset.interactions().wordColumns()) {
            String words = WordCounts.of(dataset.interactions(), column).entrySet().stream()
                    .limit(MOST_VALUES)
                    .map(word -> word.getKey() + " " + Numbers.grouped(word.getValue()))
                    .collect(Collectors.joining(" · "));
            line(output, "profile.words", column + ": " + words);
        }
        plots(output);
        derived(output);
        findings(output);
        steps(output);
        cut(output);
    }

    private void findings(Output output) {
        title(output, "data.findings");
        for (Finding finding : Quality.repairableFirst(quality)) {
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
            String key = preview.warnings().isEmpty() ? "data.findings.none" : "data.findings.rows";
            output.result("  " + Text.of(key).in(output.locale()));
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
        preview.facts().forEach(fact -> line(output, fact.key(), fact.value()));
        // Given negatives that are used for training are already among the findings.
        boolean found = quality.stream().anyMatch(finding -> finding.id().equals("trained-negatives"));
        preview.warnings().stream()
                .filter(warning -> !found || !warning.what().key().equals("candidates.known"))
                .forEach(warning -> output.result("  ! " + warning.text().in(output.locale())));
    }

    private static void title(Output output, String key) {
        output.result("");
        output.result(Text.of(key).in(output.locale()));
    }

    private static void attributes(Output output, String key, Attributes attributes) {
        for (String name : attributes.names()) {
            boolean first = attributes.names().contains(name + "s") && attributes.isList(name + "s");
            line(
                    output,
                    key,
                    name + ": " + attributes.summary(name).in(output.locale())
                            + (first ? " " + Text.of("profile.first.genre").in(output.locale()) : ""));
        }
    }

    private static void line(Output output, String key, String value) {
        output.result(TextTable.padded(Text.of(key).in(output.locale()), LABEL) + value);
    }
}
