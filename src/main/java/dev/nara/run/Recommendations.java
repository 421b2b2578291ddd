package dev.nara.run;

import dev.nara.algorithm.Recommender;
import dev.nara.eval.TopK;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The best items for a user, from the catalogue; items seen in training may stand in the list or not. */
public final class Recommendations {
    private final Recommender recommender;
    private final Experiment experiment;

    /** For one model of one experiment. */
    public Recommendations(Recommender recommender, Experiment experiment) {
        this.recommender = recommender;
        this.experiment = experiment;
    }

    /**
     * A place in a list.
     *
     * @param rank from 1
     * @param seen whether the user has it in training
     * @param heldOut whether it is one of the items to find
     */
    public record Entry(int rank, int item, float score, boolean seen, boolean heldOut) {}

    /** The {@code k} best, best first. */
    public List<Entry> top(int user, int k) {
        float[] scores = new float[recommender.items()];
        recommender.scores(user, scores);
        int[] seen = experiment.split().train().distinctItems(user);
        TopK best = new TopK(k);
        for (int item = 0; item < scores.length; item++) {
            if (experiment.candidates().seenKept() || Arrays.binarySearch(seen, item) < 0) {
                best.offer(item, scores[item]);
            }
        }
        float[] kept = new float[k];
        int[] items = best.drain(kept);
        int[] truth = experiment.split().truth(user);
        return IntStream.range(0, items.length)
                .mapToObj(r -> new Entry(
                        r + 1,
                        items[r],
                        kept[r],
                        Arrays.binarySearch(seen, items[r]) >= 0,
                        Arrays.binarySearch(truth, items[r]) >= 0))
                .toList();
    }
}
