package dev.nara.neumf;

import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import dev.nara.algorithm.TrainingInput;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The source of training examples of all users, or of some, renumbered. Serialisable. */
final class ExampleSource implements Serializable {
    private static final long serialVersionUID = 1L;

    private final NeuMfSettings.Drawing drawing;
    private final int items;
    private final int[][] positives;
    private final int[][] known;
    private final @Nullable RecentPositives recent;
    private final long fixedDrawSeed;

    /**
     * Of users.
     *
     * @param items size of the catalogue
     * @param positives shape [users][positives], each as often as it counts
     * @param known shape [users][distinct items], each ascending
     * @param recent selects the positives of each epoch, null for all
     * @param fixedDrawSeed the seed of negatives if they are the same in every epoch
     */
    ExampleSource(
            NeuMfSettings.Drawing drawing,
            int items,
            int[][] positives,
            int[][] known,
            @Nullable RecentPositives recent,
            long fixedDrawSeed) {
        this.drawing = drawing;
        this.items = items;
        this.positives = positives;
        this.known = known;
        this.recent = recent;
        this.fixedDrawSeed = fixedDrawSeed;
    }

    static ExampleSource of(TrainingInput input, NeuMfSettings.Drawing drawing, long fixedDrawSeed) {
        RecentPositives recent = drawing.recencyHalfLife() > 0
                ? new RecentPositives(
                        input.train(), input.dataset().calendar(), drawing.positives(), drawing.recencyHalfLife())
                : null;
        return new ExampleSource(
                drawing,
                input.items(),
                drawing.positives().items(input.train()),
                input.train().distinctItems(),
                recent,
                fixedDrawSeed);
    }

    /** The same for some users. */
    ExampleSource of(int[] users) {
        return new ExampleSource(
                drawing,
                items,
                Arrays.stream(users).mapToObj(u -> positives[u]).toArray(int[][]::new),
                Arrays.stream(users).mapToObj(u -> known[u]).toArray(int[][]::new),
                recent == null ? null : recent.of(users),
                fixedDrawSeed);
    }

    /** The maximum number of examples per epoch. */
    long most() {
        return Arrays.stream(positives).mapToLong(of -> of.length).sum() * (drawing.negatives() + 1L);
    }

    NeuMfSettings.Drawing drawing() {
        return drawing;
    }

    /** All positives. */
    PositivePairs pairs() {
        return new PositivePairs(positives);
    }

    /** The sampler of negatives: items unknown to the user, or any items, according to the settings. */
    NegativeSampler sampler() {
        return new NegativeSampler(items, known, drawing.unseenAlone());
    }

    @Nullable
    RecentPositives recent() {
        return recent;
    }

    long fixedDrawSeed() {
        return fixedDrawSeed;
    }
}
