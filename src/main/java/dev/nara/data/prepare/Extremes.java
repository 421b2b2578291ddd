package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import dev.nara.data.GivenTest;
import dev.nara.data.Interactions;
import dev.nara.data.WordCounts;
import dev.nara.text.Numbers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds properties with which little can be learnt from a dataset, or little can be measured on it, however good the model. */
final class Extremes {
    /** The cut-off of most metrics. */
    private static final int SHORTEST_LIST = 10;

    /** The smallest share of rows without a rating that is reported. */
    private static final double LEAST_SHARE = .01;

    private static final Pattern RATINGS =
            Pattern.compile("(?i)rating|score|star|bewertung|note|calificaci|평점|별점|점수|評価|评分|評分");

    private final Dataset dataset;
    private final Interactions rows;
    private final Findings findings = new Findings();

    private Extremes(Dataset dataset) {
        this.dataset = dataset;
        this.rows = dataset.interactions();
    }

    /** All findings. */
    static List<Finding> of(Dataset dataset) {
        Extremes extremes = new Extremes(dataset);
        extremes.users();
        extremes.items();
        extremes.equalNumbers();
        extremes.trainedNegatives();
        extremes.implicitZeros();
        extremes.missingIds();
        extremes.mixedEvents();
        return extremes.findings.list();
    }

    private void users() {
        int[] active =
                IntStream.range(0, rows.users()).filter(u -> rows.count(u) > 0).toArray();
        int watched = (int) Arrays.stream(rows.itemCounts()).filter(n -> n > 0).count();
        if (active.length == 1) {
            findings.add("one-user", () -> dataset.users().id(active[0]));
        }
        int[] single = Arrays.stream(active)
                .filter(u -> rows.distinctItems(u).length == 1)
                .toArray();
        // Some such users are normal in any log.
        if (single.length * 2L >= active.length) {
            each("users-with-one-item", single);
        }
        each(
                "users-with-all-items",
                Arrays.stream(active)
                        .filter(u -> watched > 1 && rows.distinctItems(u).length == watched)
                        .toArray());
    }

    private void items() {
        int[] counts = rows.itemCounts();
        int[] watched =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        if (watched.length == 1) {
            findings.add("one-item", () -> dataset.items().id(watched[0]));
        } else if (watched.length <= SHORTEST_LIST) {
            for (int item : watched) {
                findings.add("few-items", () -> dataset.items().id(item));
            }
        }
    }

    private void each(String id, int[] users) {
        for (int u : users) {
            findings.add(id, () -> dataset.users().id(u));
        }
    }

    private void equalNumbers() {
        for (String column : rows.columns()) {
            float first = rows.size() < 2 ? Float.NaN : rows.number(column, 0);
            if (rows.size() > 1 && IntStream.range(0, rows.size()).allMatch(r -> rows.number(column, r) == first)) {
                findings.add("equal-numbers", () -> column + ": " + first);
            }
        }
    }

    /** Users and items whose id is a word for a missing value. */
    private void missingIds() {
        for (String word : List.of("NA", "N/A", "NaN", "nan", "NULL", "null", "None", "\\N")) {
            int user = dataset.users().indexOf(word);
            int item = dataset.items().indexOf(word);
            if (user >= 0) {
                findings.put("missing-ids", rows.count(user), word);
            }
            if (item >= 0) {
                findings.put("missing-ids", rows.itemCounts()[item], word);
            }
        }
    }

    /** Zeros, or -1, in a column of ratings whose other values are from 1 to 10: used, but not rated. */
    private void implicitZeros() {
        for (String column : rows.columns()) {
            if (!rows.wordColumns().contains(column) && RATINGS.matcher(column).find()) {
                implicitZeros(column);
            }
        }
    }

    private void implicitZeros(String column) {
        Set<Float> scale = new HashSet<>();
        Set<Float> outside = new HashSet<>();
        long none = 0;
        for (int r = 0; r < rows.size(); r++) {
            float number = rows.number(column, r);
            if (number == 0 || number == -1) {
                none++;
                outside.add(number);
            } else if (number >= 1 && number <= 10) {
                scale.add(number);
            } else if (!Float.isNaN(number)) {
                return;
            }
        }
        if (outside.size() == 1 && scale.size() > 2 && none >= LEAST_SHARE * rows.size()) {
            findings.put("implicit-zeros", none, "--where \"" + column + ">0\"");
        }
    }

    /** Several kinds of event, which have equal weight unless specified otherwise. */
    private void mixedEvents() {
        for (String column : rows.wordColumns()) {
            Map<String, Integer> words = WordCounts.of(rows, column);
            if (words.size() > 1) {
                String counts = words.entrySet().stream()
                        .limit(SHORTEST_LIST)
                        .map(word -> word.getKey() + " " + Numbers.grouped(word.getValue()))
                        .collect(Collectors.joining(" · ", column + ": ", ""));
                List<String> names = List.copyOf(words.keySet());
                findings.put("mixed-events", words.size() - 1L, counts);
                findings.put(
                        "mixed-events",
                        1,
                        "--where \"" + column + "=" + names.get(1) + "\"   --positive \"" + names.get(1) + ":2,"
                                + names.get(0) + ":1\"");
            }
        }
    }

    private void trainedNegatives() {
        GivenTest given = dataset.given();
        for (int u = 0; given != null && u < rows.users(); u++) {
            int user = u;
            int[] trained = rows.distinctItems(u);
            for (int item : given.negatives(u)) {
                if (Arrays.binarySearch(trained, item) >= 0) {
                    findings.add(
                            "trained-negatives",
                            () -> dataset.users().id(user) + ", "
                                    + dataset.items().id(item));
                }
            }
        }
    }
}
