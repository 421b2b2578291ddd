package dev.nara.cli;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.analysis.GroupFigure;
import dev.nara.analysis.GroupNames;
import dev.nara.analysis.ItemGroups;
import dev.nara.analysis.ProtocolClaim;
import dev.nara.analysis.ProtocolStudy;
import dev.nara.analysis.UserGroups;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.explain.FoldInQuality;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.ReopenedRuns;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara evaluate}: one trained model, or several, under several protocols and in groups of users and of items. */
@Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
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

    EvaluateCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException {
        Map<StoredRun, List<ProtocolStudy.View>> seen = new LinkedHashMap<>();
        List<Integer> lengths = lengths();
        Evaluator.Watch watch = output.ranking();
        try (RunStore store = workspace.existing(services)) {
            ReopenedRuns reuse = new ReopenedRuns(services, store);
            for (String id : runs) {
                StoredRun run = store.find(id);
                Services.Reopened reopened = reuse.reopen(run);
                PreparedRun preparedRun = reopened.preparedRun();
                for (String kind : kinds) {
                    GroupNames.check(preparedRun.dataset(), kind);
                }
                ProtocolStudy study = new ProtocolStudy(
                        preparedRun, protocols, metrics == null ? List.of() : CutoffMetric.parse(metrics));
                List<ProtocolStudy.View> views = study.views(reopened.recommender(), watch);
                output.endReading();
                seen.put(run, views);
                show(run, study, views);
                for (String kind : kinds) {
                    List<GroupFigure> groups = kind.startsWith("item.")
                            ? ItemGroups.of(preparedRun, views.get(0).evaluator(), reopened.recommender(), kind, watch)
                            : UserGroups.of(preparedRun.dataset(), views.get(0), kind);
                    showGroups(run, kind, views.get(0).protocol().spec(), groups);
                }
                if (!lengths.isEmpty()) {
                    show(run, FoldInQuality.of(preparedRun, reopened.recommender(), lengths, watch));
                }
            }
        }
        if (seen.size() > 1 && alike(seen.keySet())) {
            List<List<ProtocolStudy.View>> common = ProtocolStudy.common(new ArrayList<>(seen.values()));
            showOrders(common);
            showClaims(List.copyOf(seen.keySet()), common);
        }
        return NaraCommand.DONE;
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

    private static String views(int items) {
        return items == Integer.MAX_VALUE ? "all" : Integer.toString(items);
    }

    private void show(StoredRun run, FoldInQuality quality) {
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty("run", run.id());
            object.addProperty("metric", quality.metric());
            object.addProperty("users", quality.users());
            object.addProperty("trained", quality.trained());
            JsonArray steps = new JsonArray();
            for (FoldInQuality.Step step : quality.steps()) {
                JsonObject one = new JsonObject();
                one.addProperty("items", views(step.items()));
                one.addProperty("figure", step.figure());
                one.addProperty("overlap", step.overlap());
                one.addProperty("secondsAUser", step.secondsAUser());
                steps.add(one);
            }
            object.add("foldIn", steps);
            output.json(object);
            return;
        }
        output.result("");
        output.result(Text.of("evaluate.fold-in", quality.users(), quality.metric(), Numbers.figure(quality.trained()))
                .in(output.locale()));
        for (FoldInQuality.Step step : quality.steps()) {
            output.result("  "
                    + Text.of(
                                    "evaluate.fold-in.step",
                                    TextTable.padded(views(step.items()), 4),
                                    Numbers.figure(step.figure()),
                                    Numbers.percent(step.overlap(), 0),
                                    Math.round(1000 * step.secondsAUser()))
                            .in(output.locale()));
        }
    }

    /** Whether the runs were trained on the same rows. */
    private static boolean alike(Collection<StoredRun> runs) {
        RunSpec first = runs.iterator().next().spec();
        return runs.stream().allMatch(run -> run.spec().sameRows(first));
    }

    private void show(StoredRun run, ProtocolStudy study, List<ProtocolStudy.View> views) {
        if (json) {
            for (ProtocolStudy.View view : views) {
                JsonObject object = new JsonObject();
                object.addProperty("run", run.id());
                object.addProperty("protocol", view.protocol().spec());
                object.addProperty("sampled", view.protocol().sampled());
                object.addProperty("users", view.evaluator().users().length);
                object.add("metrics", object(view.evaluation().means()));
                object.add("overDraws", object(view.overDraws()));
                output.json(object);
            }
            return;
        }
        output.result(
                run.title() + "  " + run.spec().algorithm() + "  " + run.spec().split());
        StringBuilder head = new StringBuilder("  " + TextTable.padded("", 20) + TextTable.padded("", 8));
        study.metrics().forEach(m -> head.append(TextTable.padded(m.name(), 16)));
        output.result(head.toString().stripTrailing());
        for (ProtocolStudy.View view : views) {
            StringBuilder line = new StringBuilder("  "
                    + TextTable.padded(
                            (view.protocol().sampled() ? "~ " : "  ")
                                    + view.protocol().spec(),
                            20)
                    + TextTable.padded(Integer.toString(view.evaluator().users().length), 8));
            view.evaluation().means().forEach((name, mean) -> {
                Double spread = view.overDraws().get(name);
                String figure = Numbers.figure(mean)
                        + (spread == null || spread == 0 ? "" : " ±" + String.format(Locale.ROOT, "%.4f", spread));
                line.append(TextTable.padded(figure, 16));
            });
            output.result(line.toString().stripTrailing());
        }
        if (views.stream().anyMatch(v -> v.protocol().sampled())) {
            output.say(Text.of("evaluate.sampled", ProtocolStudy.DRAWS));
        }
    }

    private static JsonObject object(Map<String, Double> figures) {
        JsonObject object = new JsonObject();
        figures.forEach(object::addProperty);
        return object;
    }

    private void showGroups(StoredRun run, String name, String protocol, List<GroupFigure> all) {
        if (!json) {
            output.result("  " + name + "  (" + protocol + ")");
        }
        for (GroupFigure group : all) {
            if (json) {
                JsonObject object = new JsonObject();
                object.addProperty("run", run.id());
                object.addProperty("slice", name);
                object.addProperty("protocol", protocol);
                object.addProperty("value", group.key());
                object.addProperty("users", group.members().size());
                object.addProperty("metric", group.metric());
                object.addProperty("mean", group.mean());
                object.addProperty("low", group.low());
                object.addProperty("high", group.high());
                output.json(object);
            } else {
                output.result("  " + TextTable.padded(group.value().in(output.locale()), 34)
                        + TextTable.padded(Integer.toString(group.members().size()), 8)
                        + group.metric() + " " + Numbers.figure(group.mean()) + "  ["
                        + Numbers.figure(group.low()) + ", " + Numbers.figure(group.high()) + "]");
            }
        }
    }

    /** How much the order of the runs by the first metric changes from the first protocol to each other. */
    private void showOrders(List<List<ProtocolStudy.View>> ofRuns) {
        List<ProtocolStudy.View> first = ofRuns.get(0);
        if (first.isEmpty()) {
            return;
        }
        String metric = first.get(0).evaluation().means().keySet().iterator().next();
        for (int p = 1; p < first.size(); p++) {
            double tau = ProtocolStudy.kendall(ofRuns, p, metric);
            String other = first.get(p).protocol().spec();
            if (Double.isNaN(tau)) {
                continue;
            }
            if (json) {
                JsonObject object = new JsonObject();
                object.addProperty("kendall", tau);
                object.addProperty("metric", metric);
                object.addProperty("protocol", first.get(0).protocol().spec());
                object.addProperty("other", other);
                output.json(object);
            } else {
                output.result(Text.of(
                                tau == 1 ? "evaluate.order.same" : "evaluate.order.other",
                                metric,
                                first.get(0).protocol().spec(),
                                other,
                                String.format(Locale.ROOT, "%.2f", tau))
                        .in(output.locale()));
            }
        }
    }

    /** Under which protocols the best is better than each other by the first metric. */
    private void showClaims(List<StoredRun> evaluated, List<List<ProtocolStudy.View>> common) throws DataException {
        if (common.get(0).isEmpty()) {
            return;
        }
        String metric =
                common.get(0).get(0).evaluation().means().keySet().iterator().next();
        if (CutoffMetric.parse(metric).get(0).ofAllLists()) {
            return;
        }
        for (ProtocolClaim claim : ProtocolClaim.of(services.algorithms(), evaluated, common, metric)) {
            if (json) {
                JsonObject object = new Gson().toJsonTree(claim).getAsJsonObject();
                object.addProperty("metric", metric);
                output.json(object);
            } else {
                output.result(claim.words().in(output.locale()));
            }
        }
    }
}
