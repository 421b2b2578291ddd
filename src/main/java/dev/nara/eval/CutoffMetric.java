package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A metric with its cut-off, such as HR@10 or Score (25 by default). */
public final class CutoffMetric {
    private static final int LARGEST_K = 9999;

    private final Metric metric;
    private final int k;

    private CutoffMetric(Metric metric, int k) {
        this.metric = metric;
        this.k = k;
    }

    /** Parses a list such as {@code HR@10, NDCG@10}; refuses unknown metrics and bad cut-offs. */
    public static List<CutoffMetric> parse(String list) throws DataException {
        List<CutoffMetric> metrics = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            metrics.add(parseOne(name.strip()));
        }
        return metrics;
    }

    private static CutoffMetric parseOne(String text) throws DataException {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        for (Metric metric : Metric.values()) {
            if (metric.label().equalsIgnoreCase(name)) {
                int k = at < 0 ? metric.usualK() : cutoff(text.substring(at + 1));
                if (k >= 0) {
                    return new CutoffMetric(metric, k);
                }
            }
        }
        throw new DataException(Text.of("metric.unknown", text), Text.of("metric.unknown.remedy", forms()));
    }

    /** The cut-off in a text; negative if it is none. */
    private static int cutoff(String text) {
        return Spelling.whole(text, 1, LARGEST_K).map(Integer::parseInt).orElse(-1);
    }

    /** The normal spelling of a list of metrics; empty if one is unknown. */
    public static Optional<String> normal(String list) {
        try {
            return Optional.of(parse(list).stream().map(CutoffMetric::name).collect(Collectors.joining(",")));
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** How each metric is written, separated by commas. */
    public static String forms() {
        return Arrays.stream(Metric.values()).map(Metric::form).collect(Collectors.joining(", "));
    }

    /** The cut-offs of {@link #atCutoffs}. */
    public static final List<Integer> CUTOFFS = List.of(1, 2, 5, 10, 20, 25, 50, 100);

    /** This metric at each of {@link #CUTOFFS}, in order. */
    public List<CutoffMetric> atCutoffs() {
        return CUTOFFS.stream().map(cutoff -> new CutoffMetric(metric, cutoff)).toList();
    }

    /** The metric's name at the largest of {@link #CUTOFFS} up to a limit; empty if there is none. */
    Optional<String> name(int limit) {
        return CUTOFFS.stream()
                .filter(cutoff -> cutoff <= limit)
                .max(Integer::compare)
                .map(cutoff -> new CutoffMetric(metric, cutoff).name());
    }

    /** The cut-off; 0 if all candidates count. */
    public int k() {
        return k;
    }

    /** Whether it is computed from all users' lists together instead of averaged over users. */
    public boolean ofAllLists() {
        return metric.kind() == Metric.Kind.ALL_LISTS;
    }

    /** Whether a name is coverage at any cut-off, whose values are far higher than those of most metrics. */
    public static boolean isCoverage(String name) {
        try {
            return parseOne(name).metric == Metric.COVERAGE;
        } catch (DataException e) {
            return false;
        }
    }

    /** Whether it depends on held-out items, so that it can be computed for a group of them. */
    public boolean ofTruth() {
        return metric.kind() == Metric.Kind.TRUTH && k > 0;
    }

    /** Whether higher or lower values are better, so that it can choose between epochs or runs. */
    public boolean decides() {
        return metric.direction() != Metric.Direction.NONE;
    }

    /** A figure with its sign flipped where lower is better, so that higher is always better. */
    public double worth(double figure) {
        return metric.direction() == Metric.Direction.LOWER ? -figure : figure;
    }

    /** The same for a metric by its name; the figure itself if the name is unknown. */
    public static double worth(String name, double figure) {
        try {
            return parse(name).get(0).worth(figure);
        } catch (DataException e) {
            return figure;
        }
    }

    /** The first metric of a list, which decides. */
    public static CutoffMetric deciding(String list) throws DataException {
        CutoffMetric first = parse(list).get(0);
        if (!first.decides()) {
            throw new DataException(
                    Text.of("metric.undecided", first.name()), Text.of("metric.undecided.remedy", first.name()));
        }
        return first;
    }

    /** Whether it needs the ranking beyond the list. */
    boolean needsAll() {
        return k == 0;
    }

    /** The metric over all users' lists in a catalogue of {@code items} items. */
    double ofAll(Ranking[] rankings, int items) {
        return metric.ofAll(rankings, k, items);
    }

    /**
     * Checks that the data has the attributes that the metric needs.
     *
     * @throws DataException if not
     */
    void check(Dataset dataset) throws DataException {
        Optional<Text> problem = metric.problem(dataset, name());
        if (problem.isPresent()) {
            throw new DataException(problem.get(), Text.of("metric.no.attribute.remedy"));
        }
    }

    /** A user's figure, 0 … 1 except for novelty, which is in bits. */
    double of(Ranking ranking) {
        return metric.of(ranking, k);
    }

    /** The normalised name: HR@10, CappedRecall@25, Score, … */
    public String name() {
        return k == metric.usualK() ? metric.label() : metric.label() + "@" + k;
    }

    @Override
    public String toString() {
        return name();
    }
}
