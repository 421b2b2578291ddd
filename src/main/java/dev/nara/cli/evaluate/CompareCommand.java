package dev.nara.cli.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.Contender;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.ItemGaps;
import dev.nara.analysis.SettingGap;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.read.file.StoredData;
import dev.nara.eval.Significance;
import dev.nara.interchange.HtmlReport;
import dev.nara.interchange.ReportDetails;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara compare}: tests whether stored runs differ significantly. */
@Command(name = "compare", mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {
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

    public CompareCommand(Services services, Output output) {
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
            if (out != null) {
                chosen.forEach(run -> StoredData.keep(run.spec().data()));
                OutputFile.check(out);
            }
            SettingsComparison comparison = ComparedSettings.of(store, services.algorithms(), chosen, metric);
            comparison.notes().forEach(output::say);
            if (comparison.contenders().size() < 2) {
                output.say(Text.of("compare.one"));
            }
            List<GroupGaps.Gap> groups = ofUsers || ofItems ? groups(store, comparison) : List.of();
            if (out != null) {
                HtmlReport.write(out, comparison, services, store, ReportDetails.of(groups), output.locale());
                output.say(Text.of("cli.written", out));
            }
            if (json) {
                JsonObject object = json(comparison);
                object.add("slices", json(groups));
                output.json(object);
            } else {
                new CompareText(comparison, services.algorithms(), store, output).print(groups);
            }
        }
        return ExitCode.DONE;
    }

    /** The groups of users in which the two best settings differ. */
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
