package dev.nara.neumf;

import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores many users at a time on a device while one is available; the scores equal those of another recommender within floating-point
 * tolerance.
 */
final class DeviceRecommender implements Recommender {
    /** From this number of users on, sending the items to a device is worthwhile. */
    private static final int MANY = 100;

    private final NeuMfRecommender own;
    private final @Nullable ScoringDevice device;
    private final Supplier<Optional<ScoringDevice>> later;

    /**
     * {@code device} scores until it is closed; null for none.
     *
     * @param later provides a device for many users at a time afterwards, if there is one
     */
    DeviceRecommender(NeuMfRecommender own, @Nullable ScoringDevice device, Supplier<Optional<ScoringDevice>> later) {
        this.own = own;
        this.device = device;
        this.later = later;
    }

    private boolean onProcessor() {
        return device == null || device.isClosed();
    }

    private <T> Optional<T> with(Function<CatalogueScorer, T> work) {
        return device == null ? Optional.empty() : device.with(own, work);
    }

    @Override
    public int items() {
        return own.items();
    }

    @Override
    public int usersAtATime() {
        return with(CatalogueScorer::usersAtATime).orElseGet(own::usersAtATime);
    }

    @Override
    public void scores(int[] users, Scores to) {
        Optional<float[]> rows = onProcessor() ? Optional.empty() : all(users);
        if (rows.isEmpty()) {
            own.scores(users, to);
            return;
        }
        for (int n = 0; n < users.length; n++) {
            to.stretch(n, 0, rows.get(), n * items(), items());
        }
    }

    @Override
    public void forUsers(int count, Consumer<Recommender> work) {
        Optional<ScoringDevice> found = onProcessor() && count >= MANY ? later.get() : Optional.empty();
        if (found.isEmpty()) {
            work.accept(this);
            return;
        }
        try (ScoringDevice scoring = found.get()) {
            work.accept(new DeviceRecommender(own, scoring, Optional::empty));
        }
    }

    private Optional<float[]> all(int... users) {
        float[] parts = own.userParts(users);
        float[] factors = own.userFactors(users);
        return with(scorer -> scorer.scores(users.length, parts, factors));
    }

    /** The index of each item's list. */
    private static int[] rows(int[][] lists) {
        return IntStream.range(0, lists.length)
                .flatMap(n -> Arrays.stream(lists[n]).map(item -> n))
                .toArray();
    }

    /** For a single user the transfer to the device takes longer. */
    @Override
    public void scores(int user, int[] items, float[] out) {
        own.scores(user, items, out);
    }

    @Override
    public void scores(int[] users, int[][] items, float[][] out) {
        if (onProcessor()) {
            own.scores(users, items, out);
            return;
        }
        float[] parts = own.userParts(users);
        float[] factors = own.userFactors(users);
        int[] rows = rows(items);
        int[] wanted = Arrays.stream(items).flatMapToInt(Arrays::stream).toArray();
        Optional<float[]> scores = with(scorer -> scorer.scores(users.length, parts, factors, rows, wanted));
        if (scores.isEmpty()) {
            own.scores(users, items, out);
            return;
        }
        int from = 0;
        for (int n = 0; n < users.length; n++) {
            System.arraycopy(scores.get(), from, out[n], 0, items[n].length);
            from += items[n].length;
        }
    }

    @Override
    public boolean best(int[] users, int k, int[][] leftOut, Scores to) {
        if (onProcessor()) {
            return false;
        }
        float[] parts = own.userParts(users);
        float[] factors = own.userFactors(users);
        int[] rows = rows(leftOut);
        int[] without = Arrays.stream(leftOut).flatMapToInt(Arrays::stream).toArray();
        CatalogueScorer.Top top = new CatalogueScorer.Top(users.length, Math.min(k + 1, items()));
        boolean found = with(scorer -> {
                    scorer.top(users.length, parts, factors, rows, without, top);
                    return true;
                })
                .orElse(false);
        for (int n = 0; found && n < users.length; n++) {
            tell(users[n], n, k, leftOut[n].length, top, to);
        }
        return found;
    }

    /** Passes on a user's top items; if the last of them ties with the next or is NaN, all scores, so that ties can be resolved. */
    private void tell(int user, int n, int k, int leftOut, CatalogueScorer.Top top, Scores to) {
        int first = n * top.k();
        int there = Math.min(top.k(), items() - leftOut);
        boolean clear = there <= k || top.scores()[first + k - 1] > top.scores()[first + k];
        for (int t = 0; t < there; t++) {
            clear &= Float.isFinite(top.scores()[first + t]);
        }
        if (!clear) {
            scores(new int[] {user}, (zero, item, scores, from, count) -> to.stretch(n, item, scores, from, count));
            return;
        }
        for (int t = 0; t < Math.min(k, there); t++) {
            to.stretch(n, (int) top.items()[first + t], top.scores(), first + t, 1);
        }
    }

    @Override
    public Optional<Recommender> refitted(int[] users, int[][] histories) {
        return own.refitted(users, histories);
    }

    @Override
    public Map<String, Double> featureEffects(int user, int item) {
        return own.featureEffects(user, item);
    }

    @Override
    public List<Reason> why(int user, int item) {
        return own.why(user, item);
    }

    @Override
    public float[] vector(int item) {
        return own.vector(item);
    }

    @Override
    public Weights weights() {
        return own.weights();
    }

    @Override
    public Weights weightsWithUserState() {
        return own.weightsWithUserState();
    }
}
