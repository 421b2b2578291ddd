package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.split.GivenSplit;
import dev.nara.split.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every metric of 1,000 random rankings against a slow reference that shares no code with it. */
class MetricsReferenceTest {
    private static final int USERS = 1000;
    private static final int ITEMS = 60;
    private static final Random RANDOM = new Random(7);

    /** What the reference sees of one user. */
    private record Case(int user, List<Integer> list, Set<Integer> truth, Set<Integer> trained) {}

    private final float[][] scores = new float[USERS][ITEMS];
    private final List<Case> cases = new ArrayList<>();
    private final Map<Integer, Set<Integer>> usersOf = new HashMap<>();
    private final String[] genres = new String[ITEMS];
    private final String[] series = new String[ITEMS];

    /** Half of the scores are rounded, so that many are equal. */
    private Dataset dataset() {
        int[][] truth = new int[USERS][];
        List<long[]> rows = new ArrayList<>();
        for (int u = 0; u < USERS; u++) {
            List<Integer> items =
                    new ArrayList<>(IntStream.range(0, ITEMS).boxed().toList());
            Collections.shuffle(items, RANDOM);
            int found = 1 + RANDOM.nextInt(20);
            int known = 1 + RANDOM.nextInt(20);
            truth[u] =
                    items.subList(0, found).stream().mapToInt(i -> i).sorted().toArray();
            for (int item : items.subList(found, found + known)) {
                rows.add(new long[] {u, item, rows.size()});
                usersOf.computeIfAbsent(item, i -> new HashSet<>()).add(u);
            }
            for (int i = 0; i < ITEMS; i++) {
                scores[u][i] = u % 2 == 0 ? RANDOM.nextFloat() : RANDOM.nextInt(8);
            }
        }
        Dataset plain =
                Toy.of(USERS, ITEMS, rows.toArray(long[][]::new), false, Toy.given(ITEMS, truth, new int[USERS][0]));
        for (int i = 0; i < ITEMS; i++) {
            genres[i] = "g" + i % 5 + (i % 3 == 0 ? "|g" + i % 4 : "");
            series[i] = i % 4 == 0 ? "" : "s" + i / 8;
        }
        return plain.with(
                plain.userAttributes(),
                Attributes.none().plus("genres", genres).plus("series", series).withUsualRoles());
    }

    private void remember(Split split) {
        for (int u = 0; u < USERS; u++) {
            float[] own = scores[u];
            Set<Integer> truth = Arrays.stream(split.truth(u)).boxed().collect(Collectors.toSet());
            Set<Integer> trained =
                    Arrays.stream(split.train().distinctItems(u)).boxed().collect(Collectors.toSet());
            int user = u;
            List<Integer> list = IntStream.range(0, ITEMS)
                    .boxed()
                    .filter(i -> !trained.contains(i))
                    .sorted((a, b) -> {
                        if (own[a] != own[b]) {
                            return Float.compare(own[b], own[a]);
                        }
                        return Integer.compare(Ties.drawn(user, a), Ties.drawn(user, b));
                    })
                    .toList();
            cases.add(new Case(u, list, truth, trained));
        }
    }

    private Recommender recommender() {
        return new Recommender() {
            @Override
            public int items() {
                return ITEMS;
            }

            @Override
            public void scores(int[] users, Scores to) {
                for (int n = 0; n < users.length; n++) {
                    to.stretch(n, 0, scores[users[n]], 0, ITEMS);
                }
            }

            @Override
            public void scores(int user, int[] items, float[] out) {
                for (int i = 0; i < items.length; i++) {
                    out[i] = scores[user][items[i]];
                }
            }

            @Override
            public Weights weights() {
                return new Weights();
            }
        };
    }

    private static List<Integer> top(Case of, int k) {
        return of.list.subList(0, Math.min(k, of.list.size()));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static double recall(Case c, int k, int most) {
        return top(c, k).stream().filter(c.truth::contains).count() / (double) most;
    }

    private static double ndcg(Case c, int k) {
        double gain = 0;
        double ideal = 0;
        for (int position = 1; position <= k; position++) {
            double discount = 1 / log2(position + 1.0);
            if (position <= c.list.size() && c.truth.contains(c.list.get(position - 1))) {
                gain += discount;
            }
            if (position <= c.truth.size()) {
                ideal += discount;
            }
        }
        return gain / ideal;
    }

    private static double averagePrecision(Case c, int k) {
        double sum = 0;
        for (int cut = 1; cut <= Math.min(k, c.list.size()); cut++) {
            if (c.truth.contains(c.list.get(cut - 1))) {
                sum += top(c, cut).stream().filter(c.truth::contains).count() / (double) cut;
            }
        }
        return sum / Math.min(k, c.truth.size());
    }

    private double auc(Case c) {
        double right = 0;
        double pairs = 0;
        for (int positive : c.truth) {
            for (int other = 0; other < ITEMS; other++) {
                if (!c.truth.contains(other) && !c.trained.contains(other)) {
                    pairs++;
                    float more = scores[c.user][positive] - scores[c.user][other];
                    right += more > 0 ? 1 : more == 0 ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    /** Pairs in the right order, those beyond the list by chance. */
    private double auc(Case c, int k) {
        List<Integer> top = top(c, k);
        double right = 0;
        double pairs = 0;
        for (int positive : c.truth) {
            for (int other : c.list) {
                if (!c.truth.contains(other)) {
                    int found = top.indexOf(positive);
                    int wrong = top.indexOf(other);
                    pairs++;
                    right += found < 0 ? (wrong < 0 ? 0.5 : 0) : wrong < 0 || found < wrong ? 1 : 0;
                }
            }
        }
        return right / pairs;
    }

    private double diversity(Case c, int k) {
        List<Integer> top = top(c, k);
        double different = 0;
        double pairs = 0;
        for (int a : top) {
            for (int b : top) {
                if (a != b) {
                    Set<String> shared = new HashSet<>(Arrays.asList(genres[a].split("\\|")));
                    shared.retainAll(Arrays.asList(genres[b].split("\\|")));
                    pairs++;
                    different += shared.isEmpty() ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? 0 : different / pairs;
    }

    private double oneSeries(Case c, int k) {
        List<Integer> top = top(c, k);
        double most = 0;
        for (int a : top) {
            double same = series[a].isEmpty()
                    ? 1
                    : top.stream().filter(b -> series[b].equals(series[a])).count();
            most = Math.max(most, same);
        }
        return most / top.size();
    }

    private boolean inTail(int item) {
        List<Integer> order = IntStream.range(0, ITEMS)
                .boxed()
                .sorted((a, b) -> viewers(a) != viewers(b) ? viewers(b) - viewers(a) : a - b)
                .toList();
        double pairs = IntStream.range(0, ITEMS).map(this::viewers).sum();
        double before = order.subList(0, order.indexOf(item)).stream()
                .mapToInt(this::viewers)
                .sum();
        return before >= 0.8 * pairs;
    }

    private int viewers(int item) {
        return usersOf.getOrDefault(item, Set.of()).size();
    }

    private static double mean(Case c, int k, ToDoubleFunction<Integer> figure) {
        return top(c, k).stream().mapToDouble(figure).average().orElse(0);
    }

    private Map<String, ToDoubleFunction<Case>> reference(int k) {
        Map<String, ToDoubleFunction<Case>> all = new LinkedHashMap<>();
        all.put("HR@", c -> top(c, k).stream().anyMatch(c.truth::contains) ? 1 : 0);
        all.put("Recall@", c -> recall(c, k, c.truth.size()));
        all.put("CappedRecall@", c -> recall(c, k, Math.min(k, c.truth.size())));
        all.put("Precision@", c -> top(c, k).stream().filter(c.truth::contains).count() / (double) k);
        all.put("NDCG@", c -> ndcg(c, k));
        all.put("MAP@", c -> averagePrecision(c, k));
        all.put("MRR@", c -> top(c, k).stream()
                .filter(c.truth::contains)
                .findFirst()
                .map(i -> 1.0 / (c.list.indexOf(i) + 1))
                .orElse(0.0));
        all.put("AUC@", c -> auc(c, k));
        all.put("Score@", c -> 0.75 * recall(c, k, Math.min(k, c.truth.size())) + 0.25 * ndcg(c, k));
        all.put("Popularity@", c -> mean(c, k, i -> viewers(i) / (double) USERS));
        all.put("Novelty@", c -> mean(c, k, i -> log2(USERS / (double) Math.max(1, viewers(i)))));
        all.put("Tail@", c -> mean(c, k, i -> inTail(i) ? 1 : 0));
        all.put("Diversity@", c -> diversity(c, k));
        all.put("Series@", c -> oneSeries(c, k));
        all.put("Seen@", c -> mean(c, k, i -> c.trained.contains(i) ? 1 : 0));
        return all;
    }

    @Test
    void agreeToTwelveDigits() throws DataException {
        Dataset dataset = dataset();
        Split split = new GivenSplit().split(dataset, "", 1);
        remember(split);
        Candidates candidates = CandidateRules.candidates(dataset, split, "all", 1);
        // 70 is beyond the catalogue of 60.
        for (int k : new int[] {1, 5, 25, 70}) {
            Map<String, ToDoubleFunction<Case>> reference = reference(k);
            String names = reference.keySet().stream().map(name -> name + k).collect(Collectors.joining(","));
            Evaluator evaluator = new Evaluator(dataset, split, candidates, CutoffMetric.parse(names + ",AUC"));
            Evaluation evaluation = evaluator.evaluate(recommender(), (done, total) -> {});
            reference.forEach((name, figure) -> {
                CutoffMetric parsed = evaluator.metrics().stream()
                        .filter(m -> m.name().equals(name + k) || m.name().equals(name.replace("@", "")))
                        .findFirst()
                        .orElseThrow();
                double[] users = evaluation.perUser(parsed.name());
                for (Case c : cases) {
                    assertEquals(figure.applyAsDouble(c), users[c.user], 1e-12, parsed.name() + " of " + c.user);
                }
            });
            double[] aucs = evaluation.perUser("AUC");
            for (Case c : cases) {
                assertEquals(auc(c), aucs[c.user], 1e-12, "AUC of " + c.user);
            }
            together(dataset, split, k);
        }
    }

    /** Figures of all lists together, of the users up to several thousand one after the other. */
    private void together(Dataset dataset, Split split, int k) throws DataException {
        Evaluation evaluation = new Evaluator(
                        dataset,
                        split,
                        CandidateRules.candidates(dataset, split, "all", 1),
                        CutoffMetric.parse("Coverage@" + k + ",Gini@" + k + ",Entropy@" + k))
                .evaluate(recommender(), (done, total) -> {});
        double[] places = new double[ITEMS];
        cases.forEach(c -> top(c, k).forEach(i -> places[i]++));
        double total = Arrays.stream(places).sum();
        double differences = 0;
        double entropy = 0;
        double covered = 0;
        for (double x : places) {
            for (double y : places) {
                differences += Math.abs(x - y);
            }
            entropy -= x == 0 ? 0 : x / total * log2(x / total);
            covered += x > 0 ? 1 : 0;
        }
        Map<String, Double> means = evaluation.means();
        List<Double> figures = List.copyOf(means.values());
        assertEquals(covered / ITEMS, figures.get(0), 1e-12);
        assertEquals(differences / (2 * ITEMS * total), figures.get(1), 1e-12);
        assertEquals(entropy, figures.get(2), 1e-12);
    }
}
