package dev.nara.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.Contender;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.ItemGaps;
import dev.nara.analysis.SettingGap;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.Significance;
import dev.nara.interchange.HtmlReport;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara compare}: whether stored runs differ for real. */
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    /** On the terminal; a page and JSON have all. */
    private static final int MOST_GROUPS = 20;

    private final Services services;
    private final Output output;

    @Option(names = "--runs", paramLabel = "ID,ID,…", split = ",", required = true, descriptionKey = "cli.compare.runs")
    private List<String> runs = List.of();

    @Option(names = "--metric", paramLabel = "M", descriptionKey = "cli.compare.metric")
    private String metric = "";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.compare.out")
    private @Nullable Path out;

    @Option(names = "--slices", descriptionKey = "cli.compare.slices")
    private boolean ofUsers;

    @Option(names = "--item-slices", descriptionKey = "cli.compare.item.slices")
    private boolean ofItems;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    CompareCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        try (RunStore store = workspace.existing(services)) {
            List<StoredRun> chosen = new ArrayList<>();
            for (String id : runs) {
                chosen.add(store.find(id.strip()));
            }
            SettingsComparison comparison = ComparedSettings.of(store, services.algorithms(), chosen, metric);
            comparison.notes().forEach(output::say);
            if (comparison.contenders().size() < 2) {
                output.say(Text.of("compare.one"));
            }
            List<GroupGaps.Gap> groups = ofUsers || ofItems ? groups(store, comparison) : List.of();
            if (out != null) {
                HtmlReport.Details details = new HtmlReport.Details(groups, List.of(), List.of());
                HtmlReport.write(out, comparison, store, details, output.locale());
                output.say(Text.of("cli.written", out));
            }
            if (json) {
                JsonObject object = json(comparison);
                object.add("slices", json(groups));
                output.json(object);
            } else {
                print(comparison);
                print(comparison, groups);
            }
        }
        return ExitCode.DONE;
    }

    /** Groups of users in which the two best settings differ. */
    private List<GroupGaps.Gap> groups(RunStore store, SettingsComparison comparison) throws DataException {
        if (!comparison.judged()) {
            return List.of();
        }
        Contender best = comparison.contenders().get(0);
        Contender second = comparison.contenders().get(1);
        Prepared data = services.data(best.runs().get(0), output.reading());
        PreparedRun preparedRun = services.preparedRun(best.runs().get(0), data);
        List<GroupGaps.Gap> gaps =
                GroupGaps.ofUsers(preparedRun, comparison.metric(), comparison.pairs(), best.group(), second.group());
        output.endReading();
        return ofItems ? ItemGaps.with(comparison, services, store, data, gaps, (done, total) -> {}) : gaps;
    }

    private void print(SettingsComparison comparison, List<GroupGaps.Gap> groups) {
        if (!groups.isEmpty()) {
            output.result(Text.of(
                            "cli.compare.slices.head",
                            comparison.contenders().get(0).title(),
                            comparison.contenders().get(1).title(),
                            Math.min(MOST_GROUPS, groups.size()),
                            groups.size())
                    .in(output.locale()));
        }
        for (GroupGaps.Gap gap : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            output.result("  " + TextTable.padded(gap.group().value().in(output.locale()), 40)
                    + TextTable.padded(Integer.toString(gap.group().members().size()), 8)
                    + String.format(
                            Locale.ROOT,
                            "%.4f  %.4f  %s [%s, %s]  p %.4f",
                            gap.first(),
                            gap.second(),
                            Numbers.signed(gap.difference()),
                            Numbers.signed(gap.comparison().low()),
                            Numbers.signed(gap.comparison().high()),
                            gap.corrected()));
        }
    }

    private static JsonArray json(List<GroupGaps.Gap> groups) {
        JsonArray all = new JsonArray();
        for (GroupGaps.Gap gap : groups) {
            JsonObject one = new JsonObject();
            one.addProperty("slice", gap.kind());
            one.addProperty("value", gap.group().key());
            one.addProperty("users", gap.group().members().size());
            one.addProperty("first", gap.first());
            one.addProperty("second", gap.second());
            one.addProperty("low", gap.comparison().low());
            one.addProperty("high", gap.comparison().high());
            one.addProperty("pCorrected", gap.corrected());
            one.addProperty("verdict", gap.comparison().verdict(gap.corrected()).name());
            all.add(one);
        }
        return all;
    }

    private void print(SettingsComparison comparison) {
        output.result(comparison.heading().in(output.locale()));
        for (Standing standing : comparison.standings()) {
            String spread = standing.seeds() > 1 && !Double.isNaN(standing.deviation())
                    ? " ±" + String.format(Locale.ROOT, "%.4f", standing.deviation())
                    : "";
            output.result(("  " + TextTable.padded(standing.title(), 16)
                            + TextTable.padded(standing.algorithm(), 18)
                            + TextTable.padded(Numbers.figure(standing.mean()) + spread, 18)
                            + beside(standing))
                    .stripTrailing());
            SettingGap gap = standing.gap();
            if (gap != null) {
                output.result("  " + TextTable.padded("", 34) + tests(standing).in(output.locale()));
            }
            standing.contender()
                    .share()
                    .ifPresent(share -> output.result("  " + TextTable.padded("", 34) + share.in(output.locale())));
        }
        Map<String, List<String>> differences = SettingsComparison.differences(
                comparison.contenders().stream().map(c -> c.runs().get(0)).toList());
        differences.forEach(
                (name, texts) -> output.result("  " + TextTable.padded(name, 26) + String.join("  |  ", texts)));
    }

    /** Where the variance of a difference comes from, and what tests of users alone say. */
    private static Text tests(Standing standing) {
        return Text.of(
                "cli.compare.tests",
                Numbers.percent(1 - standing.bySeeds(), 0),
                Numbers.percent(standing.bySeeds(), 0),
                String.format(Locale.ROOT, "%.4f", standing.tTest()),
                String.format(Locale.ROOT, "%.4f", standing.wilcoxon()));
    }

    private String beside(Standing standing) {
        String words = standing.words().in(output.locale());
        if (standing.gap() == null) {
            return words;
        }
        return String.format(
                Locale.ROOT,
                "%s [%s, %s]  %s  %s",
                Numbers.signed(standing.difference()),
                Numbers.signed(standing.low()),
                Numbers.signed(standing.high()),
                standing.p() < 1e-4 ? "p < 0.0001" : String.format(Locale.ROOT, "p %.4f", standing.p()),
                words);
    }

    private JsonObject json(SettingsComparison comparison) {
        JsonObject object = new JsonObject();
        object.addProperty("metric", comparison.metric());
        object.addProperty("data", comparison.data());
        object.addProperty("protocol", comparison.protocol());
        object.addProperty("figures", comparison.stage().name());
        JsonArray contenders = new JsonArray();
        comparison.standings().forEach(standing -> contenders.add(json(standing)));
        object.add("contenders", contenders);
        return object;
    }

    private JsonObject json(Standing standing) {
        JsonObject one = new JsonObject();
        JsonArray ids = new JsonArray();
        standing.runs().forEach(ids::add);
        one.add("runs", ids);
        one.addProperty("algorithm", standing.algorithm());
        if (!Double.isNaN(standing.mean())) {
            one.addProperty("mean", standing.mean());
        }
        if (!Double.isNaN(standing.deviation())) {
            one.addProperty("deviationOfSeeds", standing.deviation());
        }
        standing.contender().share().ifPresent(share -> one.addProperty("seeds", share.in(Locale.ENGLISH)));
        if (!Double.isNaN(standing.difference())) {
            one.addProperty("difference", standing.difference());
        }
        SettingGap gap = standing.gap();
        if (gap != null) {
            Significance.Comparison c = gap.comparison();
            one.addProperty("low", standing.low());
            one.addProperty("high", standing.high());
            one.addProperty("varianceOfUsers", c.byUsers());
            one.addProperty("varianceOfSeeds", c.bySeeds());
            one.addProperty("p", c.p());
            one.addProperty("pCorrected", gap.corrected());
            one.addProperty("pTTest", c.tTest());
            one.addProperty("pWilcoxon", c.wilcoxon());
            one.addProperty("verdict", gap.verdict().name());
            one.addProperty("seedsWanted", c.seedsWanted());
        }
        return one;
    }
}
