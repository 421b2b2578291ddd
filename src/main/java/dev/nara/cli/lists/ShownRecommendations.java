package dev.nara.cli.lists;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.algorithm.Reason;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.Dataset;
import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list of one user as JSON or as text for people, optionally with the reasons for its scores. */
final class ShownRecommendations {
    private static final int SHOWN = 3;

    private final Dataset dataset;
    private final Explainer reasons;
    private final Output output;
    private final boolean why;

    ShownRecommendations(Dataset dataset, Explainer reasons, Output output, boolean why) {
        this.dataset = dataset;
        this.reasons = reasons;
        this.output = output;
        this.why = why;
    }

    JsonObject json(int user, List<Entry> list) {
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
                item.add("why", json(reasons.of(user, entry.item())));
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

    private JsonObject json(Explainer.Explanation explanation) {
        JsonObject json = new JsonObject();
        JsonArray parts = new JsonArray();
        for (Reason reason : explanation.reasons()) {
            JsonObject part = new JsonObject();
            part.addProperty("kind", reason.kind().name());
            part.addProperty("of", name(reason));
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

    /** The name of a reason: the id of an item or a user, otherwise the number of a dimension. */
    private String name(Reason reason) {
        return switch (reason.kind()) {
            case OWN_ITEM, OWN_VIEWS -> dataset.items().id(reason.index());
            case NEAR_USER -> dataset.users().id(reason.index());
            default -> Integer.toString(reason.index());
        };
    }

    void print(int user, List<Entry> list) {
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
                print(reasons.of(user, entry.item()));
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

    private void print(Explainer.Explanation explanation) {
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
                .filter(r -> r.kind() == Reason.Kind.OWN_ITEM && r.amount() > 0)
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
