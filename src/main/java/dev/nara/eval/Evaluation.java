package dev.nara.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one model: every metric's mean, and what each evaluated user contributed to it. */
public final class Evaluation {
    private final Map<String, Double> means = new LinkedHashMap<>();
    private final Map<String, double[]> perUser = new LinkedHashMap<>();

    Evaluation() {}

    /**
     * Figures that were found elsewhere.
     *
     * @param means of every metric, in order
     * @param perUser what each evaluated user contributed, of the metrics that are told by user
     */
    public static Evaluation of(Map<String, Double> means, Map<String, double[]> perUser) {
        Evaluation evaluation = new Evaluation();
        evaluation.means.putAll(means);
        perUser.forEach((metric, users) -> evaluation.perUser.put(metric, users.clone()));
        return evaluation;
    }

    void put(String metric, double mean, double[] users) {
        means.put(metric, mean);
        perUser.put(metric, users);
    }

    /** All means, and each user's figures of one metric alone, which takes less room. */
    public Evaluation only(String metric) {
        Evaluation some = new Evaluation();
        some.means.putAll(means);
        if (perUser.containsKey(metric)) {
            some.perUser.put(metric, perUser.get(metric));
        }
        return some;
    }

    /** Every metric's mean over the evaluated users, 0 … 1, in the order they were asked for. */
    public Map<String, Double> means() {
        return Collections.unmodifiableMap(means);
    }

    /** One metric's mean over the evaluated users; NaN if it was not asked for. */
    public double mean(String metric) {
        return means.getOrDefault(metric, Double.NaN);
    }

    /** A metric's figure of each evaluated user, in order of user index; empty for a figure of all lists together. */
    public double[] perUser(String metric) {
        return perUser.getOrDefault(metric, new double[0]).clone();
    }
}
