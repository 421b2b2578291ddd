package dev.nara.cli.evaluate;

import dev.nara.analysis.GroupFigure;
import dev.nara.analysis.GroupNames;
import dev.nara.analysis.ItemGroups;
import dev.nara.analysis.ProtocolStudy;
import dev.nara.analysis.UserGroups;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.explain.FoldInQuality;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.ReopenedRuns;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.database.TestLooks;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara evaluate}: evaluates trained models under several protocols, and by groups of users and items. */
@Command(name = "evaluate", mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Option(names = "--run", paramLabel = "ID|latest", split = ",", descriptionKey = "cli.evaluate.run")
    private List<String> runs = List.of("latest");

    @Option(names = "--protocols", paramLabel = "LIST", split = ",", descriptionKey = "cli.protocols")
    private List<String> protocols = List.of();

    @Option(names = "--metrics", paramLabel = "LIST", descriptionKey = "parameter.metrics.help")
    private @Nullable String metrics;

    @Option(names = "--slices", paramLabel = "LIST", split = ",", descriptionKey = "cli.slices")
    private List<String> kinds = List.of();

    @Option(names = "--fold-in", paramLabel = "N,N,…", split = ",", descriptionKey = "cli.fold-in")
    private List<String> foldIn = List.of();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    public EvaluateCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException {
        Map<StoredRun, List<ProtocolStudy.View>> seen = new LinkedHashMap<>();
        List<Integer> lengths = lengths();
        EvaluationReport report = new EvaluationReport(output, json);
        try (RunStore store = workspace.existing(services)) {
            ReopenedRuns reuse = new ReopenedRuns(services, store);
            for (String id : runs) {
                StoredRun run = store.find(id);
                run.checkNoFit();
                seen.put(run, evaluate(store, run, reuse.reopen(run), lengths, report));
            }
        }
        if (seen.size() > 1 && alike(seen.keySet())) {
            List<List<ProtocolStudy.View>> common = ProtocolStudy.common(new ArrayList<>(seen.values()));
            report.showOrders(common);
            report.showClaims(services.algorithms(), List.copyOf(seen.keySet()), common);
        }
        return ExitCode.DONE;
    }

    /** Evaluates a run under the protocols, by groups and with users folded in; each counts as a use of its test part. */
    private List<ProtocolStudy.View> evaluate(
            RunStore store, StoredRun run, Services.Reopened reopened, List<Integer> lengths, EvaluationReport report)
            throws DataException {
        Evaluator.Watch watch = output.ranking();
        PreparedRun preparedRun = reopened.preparedRun();
        for (String kind : kinds) {
            GroupNames.check(preparedRun.dataset(), kind);
        }
        ProtocolStudy study =
                new ProtocolStudy(preparedRun, protocols, metrics == null ? List.of() : CutoffMetric.parse(metrics));
        study.count(store, run);
        List<ProtocolStudy.View> views = study.views(reopened.recommender(), watch);
        output.endReading();
        report.show(run, study, views);
        for (String kind : kinds) {
            List<GroupFigure> groups = GroupNames.isOfItems(kind)
                    ? ItemGroups.of(preparedRun, views.get(0).evaluator(), reopened.recommender(), kind, watch)
                    : UserGroups.of(preparedRun.dataset(), views.get(0), kind);
            report.showGroups(run, kind, views.get(0).protocol().spec(), groups);
        }
        if (!lengths.isEmpty()) {
            store.looks().add(run.spec(), TestLooks.Kind.EVALUATION, "run " + run.id() + " fold-in " + lengths);
            report.show(run, FoldInQuality.of(preparedRun, reopened.recommender(), lengths, watch));
        }
        return views;
    }

    private List<Integer> lengths() throws DataException {
        List<Integer> lengths = new ArrayList<>();
        for (String text : foldIn) {
            if (!text.strip().matches("all|\\d{1,6}")) {
                throw new DataException(Text.of("cli.fold-in.wrong", text), Text.of("cli.fold-in.wrong.remedy"));
            }
            lengths.add(text.strip().equals("all") ? Integer.MAX_VALUE : Integer.parseInt(text.strip()));
        }
        return lengths;
    }

    /** Whether the runs were trained on the same rows. */
    private static boolean alike(Collection<StoredRun> runs) {
        RunSpec first = runs.iterator().next().spec();
        return runs.stream().allMatch(run -> run.spec().sameRows(first));
    }
}
