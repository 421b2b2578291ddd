package dev.nara.explain;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.eval.CatalogueRanks;
import dev.nara.spec.PreparedRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model as it would be had one user another history: what belongs to the user alone is learnt again (fold-in), all else
 * stays. So lists follow an edited history, and there are lists for users whom the model has never seen.
 */
public final class Counterfactual {
    private final PreparedRun preparedRun;
    private final Recommender recommender;

    /** For one model of one experiment. */
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

    /**
     * What an item's place owes to one the user has.
     *
     * @param removed an item of the history
     * @param score of the item with the whole history, learnt in the same way
     * @param without its score when that one had never been watched
     * @param rank in the user's list with the whole history, from 1
     * @param rankWithout the same without it
     */
    public record Removal(int removed, double score, double without, int rank, int rankWithout) {}

    /** What becomes of an item when single ones of the history are taken away. */
    public List<Removal> without(int user, int item, List<Integer> candidates) throws DataException {
        int[] history = preparedRun.split().train().distinctItems(user);
        Folded whole = of(user, history);
        double score = score(whole, user, item);
        int rank = rank(whole, user, item);
        List<Removal> all = new ArrayList<>();
        for (int removed : candidates) {
            Folded less =
                    of(user, Arrays.stream(history).filter(i -> i != removed).toArray());
            all.add(new Removal(removed, score, score(less, user, item), rank, rank(less, user, item)));
        }
        return all;
    }

    private static double score(Folded model, int user, int item) {
        float[] score = new float[1];
        model.recommender().scores(user, new int[] {item}, score);
        return score[0];
    }

    /** Among all items, for what is taken away must not leave or enter the list for being new. */
    private static int rank(Folded model, int user, int item) {
        return CatalogueRanks.of(model.recommender(), new int[] {user}, 1, u -> new int[0], u -> new int[] {item})[0]
                .ranks()
                .get(0);
    }
}
