package dev.nara.cli.evaluate;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.GroupFigure;
import dev.nara.analysis.ProtocolClaim;
import dev.nara.analysis.ProtocolStudy;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.explain.FoldInQuality;
import dev.nara.spec.Algorithms;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of evaluations of trained models, as tables or as JSON. */
final class EvaluationReport {
    private final Output output;
    private final boolean json;

    EvaluationReport(Output output, boolean json) {
        this.output = output;
        this.json = json;
    }

    private static String views(int items) {
        return items == Integer.MAX_VALUE ? "all" : Integer.toString(items);
    }

    private static JsonObject of(StoredRun run) {
        JsonObject object = new JsonObject();
        object.addProperty("run", run.id());
        object.addProperty("chosenOnTest", run.spec().chosenOnTest());
        return object;
    }

    void show(StoredRun run, FoldInQuality quality) {
        if (json) {
            JsonObject object = of(run);
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

    void show(StoredRun run, ProtocolStudy study, List<ProtocolStudy.View> views) {
        if (json) {
            for (ProtocolStudy.View view : views) {
                JsonObject object = of(run);
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
                run.title() + "  " + run.spec().algorithm() + "  " + run.spec().split()
                        + (run.spec().chosenOnTest()
                                ? "  " + FigureStage.CHOSEN_ON_TEST.words().in(output.locale())
                                : ""));
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

    void showGroups(StoredRun run, String name, String protocol, List<GroupFigure> all) {
        if (!json) {
            output.result("  " + name + "  (" + protocol + ")");
        }
        for (GroupFigure group : all) {
            if (json) {
                JsonObject object = of(run);
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

    /** Prints how much the order of the runs by the first metric changes between the first protocol and each other one. */
    void showOrders(List<List<ProtocolStudy.View>> ofRuns) {
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

    /** Prints under which protocols the best run is better than each other one by the first metric. */
    void showClaims(Algorithms algorithms, List<StoredRun> evaluated, List<List<ProtocolStudy.View>> common)
            throws DataException {
        if (common.get(0).isEmpty()) {
            return;
        }
        String metric =
                common.get(0).get(0).evaluation().means().keySet().iterator().next();
        if (CutoffMetric.parse(metric).get(0).ofAllLists()) {
            return;
        }
        for (ProtocolClaim claim : ProtocolClaim.of(algorithms, evaluated, common, metric)) {
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
