package dev.nara.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.algorithm.Reason;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.interchange.CsvFile;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara recommend}: what a stored run recommends to one user or to all. */
@Command(name = "recommend", mixinStandardHelpOptions = true, showDefaultValues = true)
final class RecommendCommand implements Callable<Integer> {
    private static final int SHOWN = 3;

    private final Services services;
    private final Output output;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--user", paramLabel = "ID", descriptionKey = "cli.recommend.user")
    private @Nullable String user;

    @Option(names = "--top", paramLabel = "K", descriptionKey = "cli.top")
    private int top = 25;

    @Option(names = "--why", descriptionKey = "cli.why")
    private boolean why;

    @Option(names = "--history", paramLabel = "ITEM,ITEM,…", descriptionKey = "cli.recommend.history")
    private @Nullable String history;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.recommend.out")
    private @Nullable Path out;

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    @Option(names = "--raw", descriptionKey = "cli.raw")
    private boolean raw;

    RecommendCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        if (top < 1) {
            throw new DataException(Text.of("cli.top.wrong"), Text.of("cli.top.wrong.remedy"));
        }
        Services.Reopened reopened = run.reopen(services);
        Dataset dataset = reopened.preparedRun().dataset();
        List<Integer> users = users(dataset);
        Counterfactual.Folded model = folded(reopened, users);
        Recommendations recommendations = new Recommendations(model.recommender(), model.preparedRun());
        if (out != null) {
            if (why) {
                throw new DataException(Text.of("cli.why.out"), Text.of("cli.why.out.remedy"));
            }
            AtomicFile.checkNotOf(dataset.path(), out);
            CsvFile.recommendations(out, dataset, recommendations, users, top, UnaryOperator.identity(), raw);
            output.say(Text.of("cli.written", out));
            output.say(Text.of("export.ids"));
            return ExitCode.DONE;
        }
        Explainer reasons = new Explainer(model.preparedRun(), model.recommender());
        List<List<Entry>> lists =
                recommendations.top(users.stream().mapToInt(u -> u).toArray(), top);
        for (int n = 0; n < lists.size(); n++) {
            if (json) {
                output.json(json(dataset, users.get(n), lists.get(n), reasons));
            } else {
                print(dataset, users.get(n), lists.get(n), reasons);
            }
        }
        return ExitCode.DONE;
    }

    /** The model as it is, or with the history given. */
    private Counterfactual.Folded folded(Services.Reopened reopened, List<Integer> users) throws DataException {
        if (history == null) {
            return new Counterfactual.Folded(reopened.preparedRun(), reopened.recommender());
        }
        if (user == null) {
            throw new DataException(Text.of("cli.history.user"), Text.of("cli.history.user.remedy"));
        }
        IdIndex items = reopened.preparedRun().dataset().items();
        List<Integer> wanted = new ArrayList<>();
        for (String id : history.split(",", -1)) {
            if (!id.isBlank()) {
                int item = items.indexOf(id.strip());
                if (item < 0) {
                    throw new DataException(Text.of("item.unknown", id.strip()), Text.of("item.unknown.remedy"));
                }
                wanted.add(item);
            }
        }
        return new Counterfactual(reopened.preparedRun(), reopened.recommender())
                .of(users.get(0), wanted.stream().mapToInt(i -> i).toArray());
    }

    private List<Integer> users(Dataset dataset) throws DataException {
        if (user == null) {
            return IntStream.range(0, dataset.users().size()).boxed().toList();
        }
        int index = dataset.users().indexOf(user);
        if (index < 0) {
            throw new DataException(Text.of("user.unknown", user), Text.of("user.unknown.remedy"));
        }
        return List.of(index);
    }

    private JsonObject json(Dataset dataset, int user, List<Entry> list, Explainer reasons) {
        JsonObject json = new JsonObject();
        json.addProperty("user", dataset.users().id(user));
        JsonArray entries = new JsonArray();
        for (Entry entry : list) {
            JsonObject item = new JsonObject();
            item.addProperty("rank", entry.rank());
            item.addProperty("item", dataset.items().id(entry.item()));
            item.addProperty("title", dataset.title(entry.item()));
            item.addProperty("score", entry.score());
            item.addProperty("seen", entry.seen());
            item.addProperty("heldOut", entry.heldOut());
            if (why) {
                item.add("why", json(dataset, reasons.of(user, entry.item())));
            }
            entries.add(item);
        }
        json.add("items", entries);
        if (why) {
            JsonArray heldOut = new JsonArray();
            for (Explainer.HeldOut held : reasons.heldOut(user)) {
                JsonObject one = new JsonObject();
                one.addProperty("item", dataset.items().id(held.item()));
                one.addProperty("rank", held.rank());
                heldOut.add(one);
            }
            json.add("heldOutRanks", heldOut);
        }
        return json;
    }

    private static JsonObject json(Dataset dataset, Explainer.Explanation explanation) {
        JsonObject json = new JsonObject();
        JsonArray parts = new JsonArray();
        for (Reason reason : explanation.reasons()) {
            JsonObject part = new JsonObject();
            part.addProperty("kind", reason.kind().name());
            part.addProperty("of", name(dataset, reason));
            part.addProperty("amount", reason.amount());
            parts.add(part);
        }
        json.add("parts", parts);
        JsonObject features = new JsonObject();
        explanation.features().forEach(features::addProperty);
        json.add("features", features);
        json.addProperty("viewers", explanation.viewers());
        json.addProperty("popularityRank", explanation.popularityRank());
        JsonArray nearest = new JsonArray();
        for (Explainer.Near near : explanation.nearest()) {
            JsonObject one = new JsonObject();
            one.addProperty("item", dataset.items().id(near.item()));
            one.addProperty("cosine", near.cosine());
            nearest.add(one);
        }
        json.add("nearest", nearest);
        return json;
    }

    /** An item's or a user's id, else the number of the dimension. */
    private static String name(Dataset dataset, Reason reason) {
        return switch (reason.kind()) {
            case OWN_ITEM, OWN_VIEWS -> dataset.items().id(reason.index());
            case NEAR_USER -> dataset.users().id(reason.index());
            default -> Integer.toString(reason.index());
        };
    }

    private void print(Dataset dataset, int user, List<Entry> list, Explainer reasons) {
        output.result(dataset.users().id(user));
        for (Entry entry : list) {
            String marks = (entry.seen() ? Text.of("mark.seen").in(output.locale()) + " " : "")
                    + (entry.heldOut() ? Text.of("mark.held.out").in(output.locale()) : "");
            output.result(String.format(
                    Locale.ROOT,
                    "%4d  %-8s %s %8.4f  %s",
                    entry.rank(),
                    dataset.items().id(entry.item()),
                    TextTable.padded(dataset.title(entry.item()), 44),
                    entry.score(),
                    marks));
            if (why) {
                print(dataset, reasons.of(user, entry.item()));
            }
        }
        if (why) {
            for (Explainer.HeldOut held : reasons.heldOut(user)) {
                output.result(Text.of(
                                "cli.why.held.out",
                                held.rank(),
                                dataset.items().id(held.item()),
                                dataset.title(held.item()))
                        .in(output.locale()));
            }
        }
    }

    private void print(Dataset dataset, Explainer.Explanation explanation) {
        String sums = Arrays.stream(Reason.Kind.values())
                .filter(kind -> explanation.reasons().stream().anyMatch(r -> r.kind() == kind))
                .map(kind -> Text.of("reason." + kind).in(output.locale())
                        + String.format(Locale.ROOT, " %+.4f", explanation.sum(kind)))
                .collect(Collectors.joining("   "));
        output.result("      " + sums + "   "
                + Text.of("cli.why.popular", explanation.viewers(), explanation.popularityRank())
                        .in(output.locale()));
        if (!explanation.features().isEmpty()) {
            output.result("      "
                    + explanation.features().entrySet().stream()
                            .map(feature -> feature.getKey() + String.format(Locale.ROOT, " %+.4f", feature.getValue()))
                            .collect(Collectors.joining("   ")));
        }
        String items = explanation.reasons().stream()
                .filter(r -> r.kind() == Reason.Kind.OWN_ITEM)
                .limit(SHOWN)
                .map(r -> dataset.title(r.index()) + String.format(Locale.ROOT, " %+.4f", r.amount()))
                .collect(Collectors.joining(" · "));
        String near = explanation.nearest().stream()
                .limit(SHOWN)
                .map(n -> dataset.title(n.item()) + String.format(Locale.ROOT, " %.2f", n.cosine()))
                .collect(Collectors.joining(" · "));
        if (!(items + near).isEmpty()) {
            output.result("      " + Text.of("cli.why.near", items + near).in(output.locale()));
        }
    }
}
