package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A metric at its cut-off, such as HR@10 or Score (which is at 25 unless it says otherwise). */
public final class CutoffMetric {
    private static final int COMPETITION_K = 25;

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
                if (at < 0 && !metric.needsK()) {
                    return new CutoffMetric(metric, metric == Metric.AUC ? 0 : COMPETITION_K);
                }
                if (at > 0 && text.substring(at + 1).matches("[1-9]\\d{0,3}")) {
                    return new CutoffMetric(metric, Integer.parseInt(text.substring(at + 1)));
                }
            }
        }
        throw new DataException(Text.of("metric.unknown", text), Text.of("metric.unknown.remedy"));
    }

    /** The cut-offs that {@link #atCutoffs} looks at. */
    public static final List<Integer> CUTOFFS = List.of(1, 2, 5, 10, 20, 25, 50, 100);

    /** The metric at every one of {@link #CUTOFFS}, in their order. */
    public List<CutoffMetric> atCutoffs() {
        return CUTOFFS.stream().map(cutoff -> new CutoffMetric(metric, cutoff)).toList();
    }

    /** The cut-off; 0 where all candidates count. */
    public int k() {
        return k;
    }

    /** Whether it is a figure of all lists together. */
    public boolean ofAllLists() {
        return metric.ofAllLists();
    }

    /** Whether it is another figure for every group of the items to find. */
    public boolean ofTruth() {
        return metric.needsK() || metric == Metric.SCORE || (metric == Metric.AUC && k > 0);
    }

    /** Whether it looks at candidates beyond the list. */
    boolean needsAll() {
        return metric == Metric.AUC && k == 0;
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
        if (metric == Metric.DIVERSITY && !dataset.itemAttributes().has(Role.GENRE)) {
            throw new DataException(Text.of("metric.no.genres", name()), Text.of("metric.no.attribute.remedy"));
        }
        if (metric == Metric.SERIES && !dataset.itemAttributes().has(Role.SERIES)) {
            throw new DataException(Text.of("metric.no.series", name()), Text.of("metric.no.attribute.remedy"));
        }
    }

    /** What a list of metrics looks like, as a regular expression. */
    public static String form() {
        String one = Arrays.stream(Metric.values())
                .map(m -> m.needsK() ? m.label() + "@#" : m.label() + "(@#)?")
                .collect(Collectors.joining("|", "(", ")"))
                .replace("#", "[1-9]\\d{0,3}");
        return "(?i)" + one + "(\\s*,\\s*" + one + ")*";
    }

    /** The user's figure; 0 … 1 but for the novelty. */
    double of(Ranking ranking) {
        return metric.of(ranking, k);
    }

    /** HR@10, Recall@25, Score, … */
    public String name() {
        boolean plain = k == 0 || (!metric.needsK() && metric != Metric.AUC && k == COMPETITION_K);
        return plain ? metric.label() : metric.label() + "@" + k;
    }

    @Override
    public String toString() {
        return name();
    }
}
