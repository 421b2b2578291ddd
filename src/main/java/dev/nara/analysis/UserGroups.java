package dev.nara.analysis;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A metric in groups of evaluated users: by an attribute, by how much they watched, or by kinds of held-out items. */
public final class UserGroups {
    private UserGroups() {}

    /**
     * The first metric of a view that has a figure per user, by user group, the groups in order.
     *
     * @param name as in {@link GroupNames#ofUsers}
     * @throws DataException if users have no such attribute
     */
    public static List<GroupFigure> of(Dataset dataset, ProtocolStudy.View view, String name) throws DataException {
        String metric = metric(view.evaluator());
        double[] figures = view.evaluation().perUser(metric);
        return of(dataset, view.protocol().split(), view.evaluator().users(), metric, figures, name);
    }

    /** The first metric with a figure per user. */
    static String metric(Evaluator evaluator) throws DataException {
        return evaluator.metrics().stream()
                .filter(m -> !m.ofAllLists())
                .findFirst()
                .map(CutoffMetric::name)
                .orElseThrow(() -> new DataException(Text.of("slice.no.metric"), Text.of("slice.no.metric.remedy")));
    }

    /**
     * Figures of users by group, the groups in order.
     *
     * @param users the users' indices, ascending
     * @param figures each user's figure
     */
    static List<GroupFigure> of(Dataset dataset, Split split, int[] users, String metric, double[] figures, String name)
            throws DataException {
        GroupNames.check(dataset, name);
        IntFunction<GroupKey> keyOf = keys(dataset, split, name);
        Map<GroupKey, List<Integer>> groups = new TreeMap<>();
        for (int n = 0; n < users.length; n++) {
            groups.computeIfAbsent(keyOf.apply(users[n]), k -> new ArrayList<>())
                    .add(n);
        }
        List<GroupFigure> ofGroups = new ArrayList<>();
        groups.forEach((key, places) -> ofGroups.add(GroupFigure.of(
                key,
                places.stream().map(n -> users[n]).toList(),
                metric,
                places.stream().mapToDouble(n -> figures[n]).toArray())));
        return ofGroups;
    }

    private static IntFunction<GroupKey> keys(Dataset dataset, Split split, String name) {
        return switch (name) {
            case GroupNames.ACTIVITY -> activity(split.train());
            case GroupNames.REWATCH -> rewatch(split);
            case GroupNames.POPULARITY -> popularity(split);
            default -> attribute(dataset, name);
        };
    }

    private static IntFunction<GroupKey> attribute(Dataset dataset, String name) {
        Attributes attributes = dataset.userAttributes();
        boolean numeric = attributes.isNumeric(name);
        double[] numbers = numeric ? attributes.numbers(name) : new double[0];
        return user -> {
            String text = attributes.text(name, user);
            double place = numeric ? (Double.isNaN(numbers[user]) ? Double.MAX_VALUE : numbers[user]) : 0;
            return new GroupKey(
                    place,
                    text,
                    Text.of(
                            "slice.value",
                            numbered(name),
                            text.isEmpty()
                                    ? Text.of("slice.missing")
                                    : attributes.isCoded(name) ? GroupKey.code(text) : text));
        };
    }

    /** The text of an attribute, with its number if there are several of a kind, such as a first and a second interest. */
    private static Object numbered(String name) {
        Object words = GroupKey.attribute(name);
        return name.matches(".*_\\d") ? Text.of("slice.nth", words, name.substring(name.length() - 1)) : words;
    }

    private static IntFunction<GroupKey> activity(Interactions train) {
        return user -> {
            int rows = train.count(user);
            if (rows == 0) {
                return GroupKey.of(0, "slice.activity.none");
            }
            return rows < 10
                    ? GroupKey.of(1, "slice.activity.thin")
                    : rows < 100 ? GroupKey.of(2, "slice.activity.some") : GroupKey.of(3, "slice.activity.much");
        };
    }

    /** Whether a user's held-out items are all new, all seen before, or both. */
    private static IntFunction<GroupKey> rewatch(Split split) {
        return user -> {
            int[] seen = split.known().distinctItems(user);
            IntPredicate known = i -> Arrays.binarySearch(seen, i) >= 0;
            int[] truth = split.truth(user);
            boolean any = IntStream.of(truth).anyMatch(known);
            boolean all = IntStream.of(truth).allMatch(known);
            return all
                    ? GroupKey.of(2, "slice.rewatch.all")
                    : any ? GroupKey.of(1, "slice.rewatch.some") : GroupKey.of(0, "slice.rewatch.none");
        };
    }

    /** Bands by the mean number of training rows of a user's held-out items. */
    private static IntFunction<GroupKey> popularity(Split split) {
        int[] counts = split.train().itemCounts();
        return user -> {
            double mean = IntStream.of(split.truth(user))
                    .map(i -> counts[i])
                    .average()
                    .orElse(0);
            return mean < 10
                    ? GroupKey.of(0, "slice.popularity.rare")
                    : mean < 100 ? GroupKey.of(1, "slice.popularity.some") : GroupKey.of(2, "slice.popularity.hits");
        };
    }
}
