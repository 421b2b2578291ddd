package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A metric at its cut-off, such as HR@10 or Score (which is at 25 unless it says otherwise). */
public final class MetricAt {
    private static final int COMPETITION_K = 25;

    private final Metric metric;
    private final int k;

    private MetricAt(Metric metric, int k) {
        this.metric = metric;
        this.k = k;
    }

    /** Reads a list such as {@code HR@10, NDCG@10}. */
    public static List<MetricAt> parse(String list) throws DataException {
        List<MetricAt> metrics = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            metrics.add(parseOne(name.strip()));
        }
        return metrics;
    }

    private static MetricAt parseOne(String text) throws DataException {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        for (Metric metric : Metric.values()) {
            if (metric.label().equalsIgnoreCase(name)) {
                boolean needsK = metric != Metric.SCORE && metric != Metric.COVERAGE;
                if (at < 0 && !needsK) {
                    return new MetricAt(metric, COMPETITION_K);
                }
                if (at > 0 && text.substring(at + 1).matches("[1-9]\\d{0,3}")) {
                    return new MetricAt(metric, Integer.parseInt(text.substring(at + 1)));
                }
            }
        }
        throw new DataException(Text.of("metric.unknown", text), Text.of("metric.unknown.remedy"));
    }

    /** The cut-off. */
    public int k() {
        return k;
    }

    /** Whether it is a figure of all lists together. */
    boolean ofAllLists() {
        return metric == Metric.COVERAGE;
    }

    /** The user's figure, 0 … 1. */
    double of(Ranking ranking) {
        return metric.of(ranking, k);
    }

    /** HR@10, Recall@25, Score, … */
    public String name() {
        boolean plain = (metric == Metric.SCORE || metric == Metric.COVERAGE) && k == COMPETITION_K;
        return plain ? metric.label() : metric.label() + "@" + k;
    }

    @Override
    public String toString() {
        return name();
    }
}
