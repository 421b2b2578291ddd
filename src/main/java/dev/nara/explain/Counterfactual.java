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
 * A model as it would be if a user had another history: what belongs to the user alone is learnt again (fold-in), all else
 * stays. So lists follow an edited history, and there are lists for users whom the model has never seen. Refuses models
 * that cannot learn a user alone.
 */
public final class Counterfactual {
    private final PreparedRun preparedRun;
    private final Recommender recommender;

    /** For one model of one prepared run. */
    public Counterfactual(PreparedRun preparedRun, Recommender recommender) {
        this.preparedRun = preparedRun;
        this.recommender = recommender;
    }

    /** A model with what it recommends from. */
    public record Folded(PreparedRun preparedRun, Recommender recommender) {}

    /**
     * The model with other histories of some users.
     *
     * @param users whose attributes count
     * @param histories shape [users][items]
     * @throws DataException if the model cannot learn a user alone
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

    /** The {@code k} best of one user with another history, best first. */
    public List<Entry> list(int user, int k, int... history) throws DataException {
        Folded folded = of(user, history);
        return new Recommendations(folded.recommender(), folded.preparedRun()).top(user, k);
    }

    /** The ranks, from 1, of the {@code k} best of one user, by item, learnt from the history as it is in the same way. */
    public Map<Integer, Integer> ranks(int user, int k) throws DataException {
        return list(user, k, preparedRun.split().train().distinctItems(user)).stream()
                .collect(Collectors.toMap(Entry::item, Entry::rank));
    }

    /**
     * What an item's place owes to one the user has.
     *
     * @param removed an item of the history
     * @param score of the item with the whole history, learnt in the same way
     * @param without its score if the removed item had never been watched
     * @param rank in the user's list with the whole history, from 1
     * @param rankWithout the same without it
     */
    public record Removal(int removed, double score, double without, int rank, int rankWithout) {}

    /** Whether what the model has learnt of this user can be learnt again. */
    boolean foldsIn(int user) {
        return recommender.refitted(new int[] {user}, new int[1][0]).isPresent();
    }

    /**
     * How score and rank of an item change when single items of the history are taken away.
     *
     * @param check called before each is taken away; ends the work by throwing
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

    /** In the list as it is made of the whole history: what is taken away does not enter it for being new. */
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
