package dev.nara.explain;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The deciding metric of each evaluated user at a run's best epoch.
 *
 * @param ofUser by user index; users who are not evaluated are missing
 */
public record UserFigures(Map<Integer, Double> ofUser) {
    /** Without figures. */
    public static final UserFigures NONE = new UserFigures(Map.of());

    /** Copies the map. */
    public UserFigures {
        ofUser = Map.copyOf(ofUser);
    }

    /** Reads the stored figures of a run; empty if they are of another split or metric. */
    public static UserFigures read(RunStore store, long run, PreparedRun preparedRun) throws DataException {
        String metric = preparedRun.evaluator().metrics().get(0).name();
        Weights stored = store.models().userFigures(run).orElseGet(Weights::new);
        float[] figures = stored.names().stream()
                .filter(name -> preparedRun.spec().metric(name).equals(metric))
                .findFirst()
                .map(stored::get)
                .orElse(null);
        int[] evaluated = preparedRun.evaluator().users();
        Map<Integer, Double> ofUser = new HashMap<>();
        for (int n = 0; figures != null && figures.length == evaluated.length && n < evaluated.length; n++) {
            ofUser.put(evaluated[n], (double) figures[n]);
        }
        return new UserFigures(ofUser);
    }

    /** The order of users by figures, lowest first; users who are not evaluated come last. */
    public Comparator<Integer> lowestFirst() {
        return Comparator.comparingDouble((Integer user) -> ofUser.getOrDefault(user, Double.POSITIVE_INFINITY))
                .thenComparingInt(user -> user);
    }

    /** The same, highest first. */
    public Comparator<Integer> highestFirst() {
        return Comparator.comparingDouble((Integer user) -> -ofUser.getOrDefault(user, Double.NEGATIVE_INFINITY))
                .thenComparingInt(user -> user);
    }
}
