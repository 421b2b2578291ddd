package dev.nara.explain;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.eval.CatalogueRanks;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.spec.PreparedRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model as it would be if a user had another history: only the user's own parameters are fitted again (fold-in). It gives lists for an
 * edited history, and for users unknown to the model. Refuses models that cannot refit a single user.
 */
public final class Counterfactual {
    private final PreparedRun preparedRun;
    private final Recommender recommender;

    /** For one model of one prepared run. */
    public Counterfactual(PreparedRun preparedRun, Recommender recommender) {
        this.preparedRun = preparedRun;
        this.recommender = recommender;
    }

    /** A model and the histories that it recommends from. */
    public record Folded(PreparedRun preparedRun, Recommender recommender) {}

    /**
     * The model with other histories of some users.
     *
     * @param users whose attributes are used
     * @param histories shape [users][items]
     * @throws DataException if the model cannot refit a user
     */
    public Folded of(int[] users, int[][] histories) throws DataException {
        int[][] distinct = Arrays.stream(histories)
                .map(items -> Arrays.stream(items).sorted().distinct().toArray())
                .toArray(int[][]::new);
        PreparedRun other = preparedRun.withHistories(users, distinct);
        Optional<Recommender> refitted = recommender.refitted(users, distinct);
        if (refitted.isPresent()) {
            return new Folded(other, refitted.get());
        }
        if (!preparedRun.ownHistoryCounts()) {
            throw new DataException(
                    Text.of("whatif.not", preparedRun.spec().algorithm()), Text.of("whatif.not.remedy"));
        }
        return new Folded(other, other.restore(recommender.weights()));
    }

    /** The model with another history of one user. */
    public Folded of(int user, int... history) throws DataException {
        return of(new int[] {user}, new int[][] {history});
    }

    /** The top {@code k} of one user with another history, best first. */
    public List<Entry> list(int user, int k, int... history) throws DataException {
        Folded folded = of(user, history);
        return new Recommendations(folded.recommender(), folded.preparedRun()).top(user, k);
    }

    /** The ranks, from 1, of the top {@code k} of one user, by item, after refitting the unchanged history in the same way. */
    public Map<Integer, Integer> ranks(int user, int k) throws DataException {
        return list(user, k, preparedRun.split().train().distinctItems(user)).stream()
                .collect(Collectors.toMap(Entry::item, Entry::rank));
    }

    /**
     * The effect of one item of the history on another item's rank.
     *
     * @param removed the item of the history
     * @param score of the other item with the whole history, after refitting
     * @param without its score if the removed item had never been watched
     * @param rank in the user's list with the whole history, from 1
     * @param rankWithout the same without it
     */
    public record Removal(int removed, double score, double without, int rank, int rankWithout) {}

    /** Whether this user can be refitted. */
    boolean foldsIn(int user) {
        return recommender.refitted(new int[] {user}, new int[1][0]).isPresent();
    }

    /**
     * The changes of an item's score and rank when single items of the history are removed.
     *
     * @param check called before each removal; may throw to stop
     */
    public List<Removal> without(int user, int item, List<Integer> candidates, Runnable check) throws DataException {
        if (candidates.isEmpty()) {
            return List.of();
        }
        int[] history = preparedRun.split().train().distinctItems(user);
        Folded whole = of(user, history);
        double score = score(whole, user, item);
        int rank = rank(whole, user, item);
        List<Removal> all = new ArrayList<>();
        for (int removed : candidates) {
            check.run();
            Folded less =
                    of(user, Arrays.stream(history).filter(i -> i != removed).toArray());
            all.add(new Removal(removed, score, score(less, user, item), rank, rank(less, user, item)));
        }
        return all;
    }

    /** The score of an item for a user with another history. */
    double score(int user, int item, int... history) throws DataException {
        return score(of(user, history), user, item);
    }

    private static double score(Folded model, int user, int item) {
        float[] score = new float[1];
        model.recommender().scores(user, new int[] {item}, score);
        return score[0];
    }

    /** Ranks within the list of the whole history: the removed item does not enter it as a new one. */
    private int rank(Folded model, int user, int item) {
        boolean kept = preparedRun.candidates().seenKept();
        int[] leftOut = Arrays.stream(
                        kept ? new int[0] : preparedRun.split().known().distinctItems(user))
                .filter(seen -> seen != item)
                .toArray();
        return CatalogueRanks.of(model.recommender(), new int[] {user}, 1, u -> leftOut, u -> new int[] {item})[0]
                .ranks()
                .get(0);
    }
}
