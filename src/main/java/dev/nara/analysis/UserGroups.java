package dev.nara.analysis;

import dev.nara.algorithm.Recommender;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Significance;
import dev.nara.spec.PreparedRun;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A metric in groups of the evaluated users: by an attribute, by how much they watched, by what they are to find. */
public final class UserGroups {
    private UserGroups() {}

    /**
     * One group.
     *
     * @param key what its users have in common, in one word
     * @param value the same for people
     * @param members the users' indices, ascending
     * @param metric the metric
     * @param mean its mean
     * @param low lower end of the mean's 95 % interval (bootstrap over users)
     * @param high upper end
     */
    public record Slice(
            String key, Text value, List<Integer> members, String metric, double mean, double low, double high) {}

    /** What users can be grouped by: attributes by name, and three kinds made from their rows. */
    public static List<String> names(Dataset dataset) {
        List<String> names = new ArrayList<>();
        for (String name : dataset.userAttributes().names()) {
            if (!dataset.userAttributes().isAggregate(name)) {
                names.add(name);
            }
        }
        names.addAll(List.of("activity", "rewatch", "popularity"));
        return names;
    }

    /**
     * Makes sure that there are such groups.
     *
     * @param name as in {@link #names} or {@link #itemNames}
     */
    public static void check(Dataset dataset, String name) throws DataException {
        boolean ofItems = name.startsWith("item.");
        List<String> known = ofItems ? itemNames(dataset) : names(dataset);
        if (!known.contains(name) && !dataset.userAttributes().has(name)) {
            List<String> all = new ArrayList<>(names(dataset));
            all.addAll(itemNames(dataset));
            throw new DataException(
                    Text.of("slice.unknown", name), Text.of("slice.unknown.remedy", String.join(", ", all)));
        }
    }

    /**
     * The first metric of a view that has a figure a user, by user group, the groups in order.
     *
     * @throws DataException if users have no such attribute
     */
    public static List<Slice> of(PreparedRun preparedRun, ProtocolStudy.View view, String name) throws DataException {
        String metric = metric(view.evaluator());
        double[] figures = view.evaluation().perUser(metric);
        return of(preparedRun, view.protocol().split(), view.evaluator().users(), metric, figures, name);
    }

    /**
     * Figures of users by group.
     *
     * @param users the users' indices, ascending
     * @param figures each user's figure
     */
    public static List<Slice> of(PreparedRun preparedRun, int[] users, String metric, double[] figures, String name)
            throws DataException {
        return of(preparedRun, preparedRun.split(), users, metric, figures, name);
    }

    /** The first metric that has a figure a user. */
    private static String metric(Evaluator evaluator) throws DataException {
        return evaluator.metrics().stream()
                .filter(m -> !m.ofAllLists())
                .findFirst()
                .orElseThrow(() -> new DataException(Text.of("slice.no.metric"), Text.of("slice.no.metric.remedy")))
                .name();
    }

    private static List<Slice> of(
            PreparedRun preparedRun, Split split, int[] users, String metric, double[] figures, String name)
            throws DataException {
        check(preparedRun.dataset(), name);
        IntFunction<Key> keyOf = keys(preparedRun.dataset(), split, name);
        Map<Key, List<Integer>> groups = new TreeMap<>();
        for (int n = 0; n < users.length; n++) {
            groups.computeIfAbsent(keyOf.apply(users[n]), k -> new ArrayList<>())
                    .add(n);
        }
        List<Slice> slices = new ArrayList<>();
        groups.forEach((key, places) -> {
            double[] own = places.stream().mapToDouble(n -> figures[n]).toArray();
            double[] interval = Significance.meanInterval(own, 1);
            slices.add(new Slice(
                    key.name,
                    key.text,
                    places.stream().map(n -> users[n]).toList(),
                    metric,
                    Arrays.stream(own).average().orElse(Double.NaN),
                    interval[0],
                    interval[1]));
        });
        return slices;
    }

    /** How many groups of items are shown at most, those with the most items first. */
    private static final int MOST_ITEM_GROUPS = 60;

    /** What items to find can be grouped by, each behind "item.". */
    public static List<String> itemNames(Dataset dataset) {
        List<String> names = new ArrayList<>(List.of("item.popularity", "item.seen"));
        dataset.itemAttributes().names().forEach(name -> names.add("item." + name));
        return names;
    }

    /**
     * The first metric of a model in groups of the items to find: what of each group's items is found, over the users who
     * are to find any.
     *
     * @param name as in {@link #itemNames}
     * @throws DataException if items have no such attribute
     */
    public static List<Slice> ofItems(
            PreparedRun preparedRun, Evaluator evaluator, Recommender recommender, String name, Evaluator.Watch watch)
            throws DataException {
        check(preparedRun.dataset(), name);
        String metric = metric(evaluator);
        Map<Key, Evaluator.Counted> groups = itemGroups(preparedRun, name);
        List<Evaluator.Part> parts = evaluator.parts(recommender, List.copyOf(groups.values()), watch);
        List<Slice> slices = new ArrayList<>();
        int next = 0;
        for (Key key : groups.keySet()) {
            Evaluator.Part part = parts.get(next++);
            double[] figures = part.evaluation().perUser(metric);
            if (figures.length > 0) {
                double[] interval = Significance.meanInterval(figures, 1);
                slices.add(new Slice(
                        key.name,
                        key.text,
                        part.users(),
                        metric,
                        part.evaluation().mean(metric),
                        interval[0],
                        interval[1]));
            }
        }
        return slices;
    }

    private static Map<Key, Evaluator.Counted> itemGroups(PreparedRun preparedRun, String name) {
        Map<Key, Evaluator.Counted> groups = new TreeMap<>();
        Interactions train = preparedRun.split().train();
        Attributes attributes = preparedRun.dataset().itemAttributes();
        String column = name.substring(name.indexOf('.') + 1);
        if (column.equals("popularity")) {
            int[] counts = train.itemCounts();
            groups.put(Key.of(0, "slice.item.new"), (u, i) -> counts[i] == 0);
            groups.put(Key.of(1, "slice.popularity.rare"), (u, i) -> counts[i] > 0 && counts[i] < 10);
            groups.put(Key.of(2, "slice.popularity.some"), (u, i) -> counts[i] >= 10 && counts[i] < 100);
            groups.put(Key.of(3, "slice.popularity.hits"), (u, i) -> counts[i] >= 100);
        } else if (column.equals("seen")) {
            int[][] seen = train.distinctItems();
            groups.put(Key.of(0, "slice.rewatch.none"), (u, i) -> Arrays.binarySearch(seen[u], i) < 0);
            groups.put(Key.of(1, "slice.rewatch.all"), (u, i) -> Arrays.binarySearch(seen[u], i) >= 0);
        } else {
            attributes.memberCounts(column).stream().limit(MOST_ITEM_GROUPS).forEach(value -> {
                boolean[] has = new boolean[attributes.size()];
                for (int i = 0; i < has.length; i++) {
                    has[i] = attributes.members(column, i).contains(value.getKey());
                }
                Text text = Text.of("slice.value", named("attribute.", column), value.getKey());
                groups.put(new Key(-value.getValue(), value.getKey(), text), (u, i) -> has[i]);
            });
        }
        return groups;
    }

    /**
     * A group of users in which two models differ.
     *
     * @param slice what users were grouped by
     * @param first mean of the first model in the group
     * @param second mean of the second
     * @param corrected the probability by chance, corrected for the number of groups
     */
    public record Gap(
            String slice,
            Slice group,
            double first,
            double second,
            Significance.Comparison comparison,
            double corrected) {
        /** First minus second. */
        public double difference() {
            return first - second;
        }
    }

    /** Groups of fewer users are left out where groups are ranked. */
    public static final int SMALLEST = 20;

    /**
     * All groups of all kinds under two models, those first whose difference is surest.
     *
     * @param first the first setting's figures of every evaluated user
     * @param second the second's
     */
    public static List<Gap> gaps(
            PreparedRun preparedRun, String metric, Significance.Group first, Significance.Group second)
            throws DataException {
        double[] ofFirst = first.byUser();
        int[] users = preparedRun.evaluator().users();
        Map<Integer, Integer> places = new HashMap<>();
        for (int n = 0; n < users.length; n++) {
            places.put(users[n], n);
        }
        List<Gap> gaps = new ArrayList<>();
        for (String name : names(preparedRun.dataset())) {
            List<Slice> slices = of(preparedRun, users, metric, ofFirst, name);
            // What tells nearly every user apart is no group.
            if (slices.size() > users.length / SMALLEST + 1) {
                continue;
            }
            for (Slice slice : slices) {
                if (slice.members().size() >= SMALLEST && slices.size() > 1) {
                    int[] at = slice.members().stream()
                            .mapToInt(u -> places.getOrDefault(u, 0))
                            .toArray();
                    Significance.Group a = first.at(at);
                    Significance.Group b = second.at(at);
                    gaps.add(new Gap(name, slice, a.mean(), b.mean(), Significance.compare(a, b, 1), 1));
                }
            }
        }
        return ranked(gaps);
    }

    /** Corrected for their number, those first whose difference is surest. */
    public static List<Gap> ranked(List<Gap> gaps) {
        double[] corrected = Significance.holm(
                gaps.stream().mapToDouble(g -> g.comparison.p()).toArray());
        List<Gap> ranked = new ArrayList<>();
        for (int n = 0; n < corrected.length; n++) {
            Gap gap = gaps.get(n);
            ranked.add(new Gap(gap.slice, gap.group, gap.first, gap.second, gap.comparison, corrected[n]));
        }
        ranked.sort(Comparator.comparingDouble((Gap g) -> g.comparison.p()));
        return ranked;
    }

    /**
     * All groups of all kinds of items to find under two settings: what of each group's items is found, over the users who are
     * to find any. Ranks the catalogue once a model; not corrected yet, see {@link #ranked}.
     *
     * @param first the models of the first setting, one a seed
     * @param second of the second
     * @param random whether another seed gives another model: of the first, of the second
     */
    public static List<Gap> itemGaps(
            PreparedRun preparedRun,
            String metric,
            List<Recommender> first,
            List<Recommender> second,
            boolean[] random,
            Evaluator.Watch watch)
            throws DataException {
        List<CutoffMetric> parsed = CutoffMetric.parse(metric);
        if (!parsed.get(0).ofTruth()) {
            throw new DataException(Text.of("slice.items.metric", metric), Text.of("slice.no.metric.remedy"));
        }
        Evaluator evaluator =
                new Evaluator(preparedRun.dataset(), preparedRun.split(), preparedRun.candidates(), parsed);
        List<String> kinds = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        List<Evaluator.Counted> counted = new ArrayList<>();
        for (String name : itemNames(preparedRun.dataset())) {
            Attributes attributes = preparedRun.dataset().itemAttributes();
            String column = name.substring(name.indexOf('.') + 1);
            // What sums up the log says more of the log than of the items.
            boolean aggregate = attributes.has(column) && attributes.isAggregate(column);
            Map<Key, Evaluator.Counted> groups = aggregate ? Map.of() : itemGroups(preparedRun, name);
            // What tells nearly every item apart is no group.
            if (groups.size() > 1 && groups.size() < MOST_ITEM_GROUPS) {
                groups.forEach((key, group) -> {
                    kinds.add(name);
                    keys.add(key);
                    counted.add(group);
                });
            }
        }
        List<List<Evaluator.Part>> a = parts(evaluator, first, counted, watch);
        List<List<Evaluator.Part>> b = parts(evaluator, second, counted, watch);
        List<Gap> gaps = new ArrayList<>();
        for (int g = 0; g < counted.size(); g++) {
            List<Integer> users = a.get(0).get(g).users();
            if (users.size() >= SMALLEST) {
                Significance.Group ofFirst = group(a, g, metric, random[0]);
                Significance.Group ofSecond = group(b, g, metric, random[1]);
                double[] interval = Significance.meanInterval(ofFirst.byUser(), 1);
                Slice slice = new Slice(
                        keys.get(g).name,
                        Text.of("slice.items", keys.get(g).text),
                        users,
                        metric,
                        ofFirst.mean(),
                        interval[0],
                        interval[1]);
                gaps.add(new Gap(
                        kinds.get(g),
                        slice,
                        ofFirst.mean(),
                        ofSecond.mean(),
                        Significance.compare(ofFirst, ofSecond, 1),
                        1));
            }
        }
        return gaps;
    }

    private static List<List<Evaluator.Part>> parts(
            Evaluator evaluator, List<Recommender> models, List<Evaluator.Counted> groups, Evaluator.Watch watch) {
        return models.stream()
                .map(model -> evaluator.parts(model, groups, watch))
                .toList();
    }

    private static Significance.Group group(
            List<List<Evaluator.Part>> ofSeeds, int group, String metric, boolean random) {
        return new Significance.Group(
                ofSeeds.stream()
                        .map(parts -> parts.get(group).evaluation().perUser(metric))
                        .toArray(double[][]::new),
                random);
    }

    /** A group's name and its place among the groups. */
    private record Key(double place, String name, Text text) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byPlace = Double.compare(place, other.place);
            return byPlace != 0 ? byPlace : name.compareTo(other.name);
        }

        static Key of(int place, String key) {
            return new Key(place, key.substring(key.lastIndexOf('.') + 1), Text.of(key));
        }
    }

    private static IntFunction<Key> keys(Dataset dataset, Split split, String name) {
        return switch (name) {
            case "activity" -> activity(split.train());
            case "rewatch" -> rewatch(split);
            case "popularity" -> popularity(split);
            default -> attribute(dataset, name);
        };
    }

    private static IntFunction<Key> attribute(Dataset dataset, String name) {
        Attributes attributes = dataset.userAttributes();
        boolean numeric = attributes.isNumeric(name);
        double[] numbers = numeric ? attributes.numbers(name) : new double[0];
        return user -> {
            String text = attributes.text(name, user);
            double place = numeric ? (Double.isNaN(numbers[user]) ? Double.MAX_VALUE : numbers[user]) : 0;
            return new Key(
                    place,
                    text,
                    Text.of(
                            "slice.value",
                            numbered(name),
                            text.isEmpty()
                                    ? Text.of("slice.missing")
                                    : attributes.isCoded(name) ? named("code.", text) : text));
        };
    }

    /** The words of an attribute, with its number where there are several of a kind, such as a first and a second interest. */
    private static Object numbered(String name) {
        Object words = named("attribute.", name);
        return name.matches(".*_\\d") ? Text.of("slice.nth", words, name.substring(name.length() - 1)) : words;
    }

    /** The words of an attribute or a code of the service, where there are some, else itself. */
    private static Object named(String prefix, String word) {
        return Text.exists(prefix + word, Locale.ENGLISH) ? Text.of(prefix + word) : word;
    }

    private static IntFunction<Key> activity(Interactions train) {
        return user -> {
            int rows = train.count(user);
            if (rows == 0) {
                return Key.of(0, "slice.activity.none");
            }
            return rows < 10
                    ? Key.of(1, "slice.activity.thin")
                    : rows < 100 ? Key.of(2, "slice.activity.some") : Key.of(3, "slice.activity.much");
        };
    }

    /** Whether a user is to find only new items, only ones seen before, or both. */
    private static IntFunction<Key> rewatch(Split split) {
        return user -> {
            int[] seen = split.train().distinctItems(user);
            IntPredicate known = i -> Arrays.binarySearch(seen, i) >= 0;
            int[] truth = split.truth(user);
            boolean any = IntStream.of(truth).anyMatch(known);
            boolean all = IntStream.of(truth).allMatch(known);
            return all
                    ? Key.of(2, "slice.rewatch.all")
                    : any ? Key.of(1, "slice.rewatch.some") : Key.of(0, "slice.rewatch.none");
        };
    }

    /** The mean number of rows in training of what a user is to find, in bands. */
    private static IntFunction<Key> popularity(Split split) {
        int[] counts = split.train().itemCounts();
        return user -> {
            double mean = IntStream.of(split.truth(user))
                    .map(i -> counts[i])
                    .average()
                    .orElse(0);
            return mean < 10
                    ? Key.of(0, "slice.popularity.rare")
                    : mean < 100 ? Key.of(1, "slice.popularity.some") : Key.of(2, "slice.popularity.hits");
        };
    }
}
