package dev.nara.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one model: the mean of every metric, and the value of each evaluated user. */
public final class Evaluation {
    private final Map<String, Double> means = new LinkedHashMap<>();
    private final Map<String, double[]> perUser = new LinkedHashMap<>();

    Evaluation() {}

    /**
     * Figures computed elsewhere.
     *
     * @param means of every metric, in order
     * @param perUser the values of evaluated users, for metrics that are averaged over users
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

    /** A copy with all means but the users' values of only one metric, to save memory. */
    public Evaluation only(String metric) {
        Evaluation some = new Evaluation();
        some.means.putAll(means);
        if (perUser.containsKey(metric)) {
            some.perUser.put(metric, perUser.get(metric));
        }
        return some;
    }

    /** The mean of every metric over evaluated users, in the order in which metrics were asked for. */
    public Map<String, Double> means() {
        return Collections.unmodifiableMap(means);
    }

    /** The mean of a metric over evaluated users; NaN if it was not computed. */
    public double mean(String metric) {
        return means.getOrDefault(metric, Double.NaN);
    }

    /** A metric's value for each evaluated user, by ascending user index; empty for metrics over all lists together. */
    public double[] perUser(String metric) {
        return perUser.getOrDefault(metric, new double[0]).clone();
    }
}
