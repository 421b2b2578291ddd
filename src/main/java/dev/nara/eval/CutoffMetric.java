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

/** A metric at its cut-off, such as HR@10 or Score (which is at 25 unless it says otherwise). */
public final class CutoffMetric {
    private static final int LARGEST_K = 9999;

    private final Metric metric;
    private final int k;

    private CutoffMetric(Metric metric, int k) {
        this.metric = metric;
        this.k = k;
    }

    /** Reads a list such as {@code HR@10, NDCG@10}. */
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

    /** A cut-off; negative where it is none. */
    private static int cutoff(String text) {
        return Spelling.whole(text, 1, LARGEST_K).map(Integer::parseInt).orElse(-1);
    }

    /** The one spelling of a list of metrics; empty where one is unknown. */
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

    /** The cut-offs that {@link #atCutoffs} looks at. */
    public static final List<Integer> CUTOFFS = List.of(1, 2, 5, 10, 20, 25, 50, 100);

    /** The metric at every one of {@link #CUTOFFS}, in their order. */
    public List<CutoffMetric> atCutoffs() {
        return CUTOFFS.stream().map(cutoff -> new CutoffMetric(metric, cutoff)).toList();
    }

    /** Its name at the largest of {@link #CUTOFFS} up to a limit; empty where there is none. */
    Optional<String> name(int limit) {
        return CUTOFFS.stream()
                .filter(cutoff -> cutoff <= limit)
                .max(Integer::compare)
                .map(cutoff -> new CutoffMetric(metric, cutoff).name());
    }

    /** The cut-off; 0 where all candidates count. */
    public int k() {
        return k;
    }

    /** Whether it is a figure of all lists together. */
    public boolean ofAllLists() {
        return metric.kind() == Metric.Kind.ALL_LISTS;
    }

    /** Whether that is the name of the coverage at any cut-off, a figure far higher than most. */
    public static boolean isCoverage(String name) {
        try {
            return parseOne(name).metric == Metric.COVERAGE;
        } catch (DataException e) {
            return false;
        }
    }

    /** Whether it is another figure for every group of the items to find. */
    public boolean ofTruth() {
        return metric.kind() == Metric.Kind.TRUTH && k > 0;
    }

    /** Whether one of two of its figures is the better one, so that it can decide between epochs and between runs. */
    public boolean decides() {
        return metric.direction() != Metric.Direction.NONE;
    }

    /** A figure turned so that the higher one is the better. */
    public double worth(double figure) {
        return metric.direction() == Metric.Direction.LOWER ? -figure : figure;
    }

    /** The same of a metric by its name; the figure itself where there is none of that name. */
    public static double worth(String name, double figure) {
        try {
            return parse(name).get(0).worth(figure);
        } catch (DataException e) {
            return figure;
        }
    }

    /** The first of a list of metrics, which decides. */
    public static CutoffMetric deciding(String list) throws DataException {
        CutoffMetric first = parse(list).get(0);
        if (!first.decides()) {
            throw new DataException(
                    Text.of("metric.undecided", first.name()), Text.of("metric.undecided.remedy", first.name()));
        }
        return first;
    }

    /** Whether it looks at candidates beyond the list. */
    boolean needsAll() {
        return k == 0;
    }

    /** The figure of all users' lists in a catalogue of that many items. */
    double ofAll(Ranking[] rankings, int items) {
        return metric.ofAll(rankings, k, items);
    }

    /**
     * Makes sure that the data has what the metric looks at.
     *
     * @throws DataException if it has not
     */
    void check(Dataset dataset) throws DataException {
        Optional<Text> problem = metric.problem(dataset, name());
        if (problem.isPresent()) {
            throw new DataException(problem.get(), Text.of("metric.no.attribute.remedy"));
        }
    }

    /** The user's figure; 0 … 1 but for the novelty. */
    double of(Ranking ranking) {
        return metric.of(ranking, k);
    }

    /** HR@10, CappedRecall@25, Score, … */
    public String name() {
        return k == metric.usualK() ? metric.label() : metric.label() + "@" + k;
    }

    @Override
    public String toString() {
        return name();
    }
}
