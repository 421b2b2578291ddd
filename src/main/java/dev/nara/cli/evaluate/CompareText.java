package dev.nara.cli.evaluate;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.ComparedRows;
import dev.nara.analysis.DifferenceWords;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.PairVerdict;
import dev.nara.analysis.RunNames;
import dev.nara.analysis.SettingWords;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.RoleWords;
import dev.nara.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** A comparison on a terminal: the verdict as in the window, every setting against the best, and the differences between them. */
final class CompareText {
    /** The exported page and JSON have all groups. */
    private static final int MOST_GROUPS = 20;

    private static final int WIDTH = 100;
    private static final int NAME = 34;
    private static final int FIGURE = 17;
    private static final int SETTING = 26;

    private final SettingsComparison comparison;
    private final RunNames names;
    private final List<ComparedRow> rows;
    private final Output output;
    private final Locale locale;

    CompareText(SettingsComparison comparison, Algorithms algorithms, RunStore store, Output output)
            throws DataException {
        this.comparison = comparison;
        this.output = output;
        names = RunNames.of(algorithms, store.list());
        String format = comparison.contenders().get(0).runs().get(0).spec().format();
        locale = RoleWords.of(format).in(output.locale());
        rows = ComparedRows.of(store, algorithms, comparison);
    }

    void print(List<GroupGaps.Gap> groups) {
        List<Standing> standings = comparison.standings();
        if (comparison.judged()) {
            PairVerdict verdict = PairVerdict.of(comparison, standings.get(0), standings.get(1));
            output.result(styled(
                    verdict.verdict() == Significance.Verdict.REAL ? "bold,green" : "bold",
                    verdict.sentence().in(locale)));
        }
        output.result(comparison.heading().in(locale));
        rows.forEach(this::row);
        differences();
        groups(groups);
    }

    private void row(ComparedRow row) {
        String figure = BareNumbers.withDeviation(row.mean(), row.deviation());
        String verdict = row.verdict().in(locale);
        String words = row.words();
        output.result(("  " + TextTable.padded(cut(name(row), NAME - 2), NAME) + TextTable.padded(figure, FIGURE)
                        + styled(style(row), verdict)
                        + (words.isEmpty() ? "" : ", " + words))
                .stripTrailing());
        Standing standing = row.standing();
        if (standing != null && standing.gap() != null) {
            output.result("      " + tests(standing).in(locale));
        }
        if (standing != null) {
            standing.contender().share().ifPresent(share -> output.result("      " + share.in(locale)));
        }
    }

    private String name(ComparedRow row) {
        String baseline = row.baseline() ? "* " : "";
        return row.runs().isEmpty()
                ? baseline + Text.of("algorithm." + row.algorithm()).in(locale)
                : baseline + row.number() + " " + names.of(row.runs(), locale);
    }

    private static String style(ComparedRow row) {
        return switch (row.kind()) {
            case REAL -> "bold";
            case MORE_SEEDS -> "yellow";
            case REFERENCE, NOISE, TRAINING, NO_VERDICT -> "faint";
        };
    }

    /** Colours the words if the terminal supports it. */
    private static String styled(String style, String words) {
        return Ansi.AUTO.enabled() ? Ansi.AUTO.string("@|" + style + " " + words + "|@") : words;
    }

    /** The sources of a difference's variance, and the result of tests over users only. */
    private static Text tests(Standing standing) {
        return Text.of(
                "cli.compare.tests",
                Numbers.chance(standing.p()),
                Numbers.percent(standing.bySeeds(), 0),
                Numbers.chance(standing.tTest()),
                Numbers.chance(standing.wilcoxon()));
    }

    private void differences() {
        List<ComparedRow> settings =
                rows.stream().filter(row -> !row.baseline()).toList();
        List<Map<String, String>> values =
                settings.stream().map(ComparedRow::settings).toList();
        List<String> differing = SettingWords.differing(values);
        if (differing.isEmpty()) {
            return;
        }
        int column = Math.max(8, Math.min(20, (WIDTH - SETTING - 2) / settings.size()));
        StringBuilder head = new StringBuilder(
                "  " + TextTable.padded(Text.of("compare.differs").in(locale), SETTING));
        settings.forEach(row -> head.append(TextTable.padded(Long.toString(row.number()), column)));
        output.result(head.toString().stripTrailing());
        for (String name : differing) {
            StringBuilder line = new StringBuilder("  " + TextTable.padded(cut(name, SETTING - 1), SETTING));
            values.forEach(one -> line.append(TextTable.padded(
                    cut(SettingWords.value(name, one.getOrDefault(name, ""), locale), column - 1), column)));
            output.result(line.toString().stripTrailing());
        }
    }

    private void groups(List<GroupGaps.Gap> groups) {
        if (groups.isEmpty()) {
            return;
        }
        int shown = Math.min(MOST_GROUPS, groups.size());
        output.result(Text.of(
                        "cli.compare.slices.head",
                        comparison.standings().get(0).number(),
                        comparison.standings().get(1).number(),
                        shown,
                        groups.size())
                .in(locale));
        for (GroupGaps.Gap gap : groups.subList(0, shown)) {
            output.result("  " + TextTable.padded(cut(gap.group().value().in(locale), 37), 38)
                    + TextTable.padded(Integer.toString(gap.group().members().size()), 7)
                    + TextTable.padded(BareNumbers.figure(gap.first()), 7)
                    + TextTable.padded(BareNumbers.figure(gap.second()), 7)
                    + TextTable.padded(
                            DifferenceWords.of(
                                    gap.difference(),
                                    gap.comparison().low(),
                                    gap.comparison().high()),
                            24)
                    + "p " + Numbers.chance(gap.corrected()));
        }
    }

    private static String cut(String text, int columns) {
        String shown = text;
        while (TextTable.width(shown) > columns) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }
}
