package dev.nara.explain;

import dev.nara.algorithm.Recommender;
import dev.nara.eval.Ties;
import dev.nara.eval.TopLists;
import dev.nara.spec.PreparedRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Computes a user's top items among those allowed. */
public final class Recommendations {
    private final Recommender recommender;
    private final PreparedRun preparedRun;
    private final AllowedItems allowed;

    /** For one model of one prepared run; the run's candidates decide whether known items are allowed. */
    public Recommendations(Recommender recommender, PreparedRun preparedRun) {
        this(recommender, preparedRun, AllowedItems.usual(preparedRun));
    }

    /** For one model of one prepared run, with these items allowed. */
    public Recommendations(Recommender recommender, PreparedRun preparedRun, AllowedItems allowed) {
        this.recommender = recommender;
        this.preparedRun = preparedRun;
        this.allowed = allowed;
    }

    /**
     * An entry of a list.
     *
     * @param rank from 1
     * @param seen whether it is a known item of the user
     * @param heldOut whether it is one of the user's held-out items
     */
    public record Entry(int rank, int item, float score, boolean seen, boolean heldOut) {}

    /** The top {@code k} of one user, best first; fewer if fewer are allowed. */
    public List<Entry> top(int user, int k) {
        return top(new int[] {user}, k).get(0);
    }

    /** The top {@code k} of each of these users, best first, computed on all cores. */
    public List<List<Entry>> top(int[] users, int k) {
        List<List<Entry>> lists = new ArrayList<>(Collections.nCopies(users.length, List.of()));
        new TopLists(recommender, k, allowed::leftOut, Ties.BY_INDEX)
                .rank(users, (n, items, scores) -> lists.set(n, entries(users[n], items, scores)));
        return lists;
    }

    private List<Entry> entries(int user, int[] items, float[] scores) {
        int[] seen = preparedRun.split().known().distinctItems(user);
        int[] truth = preparedRun.everybody().truth(user);
        return IntStream.range(0, items.length)
                .mapToObj(r -> new Entry(
                        r + 1,
                        items[r],
                        scores[r],
                        Arrays.binarySearch(seen, items[r]) >= 0,
                        Arrays.binarySearch(truth, items[r]) >= 0))
                .toList();
    }
}
