package dev.nara.explain;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.split.RowPlaces;
import dev.nara.split.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of one user in order of time, with the use of each in a split. */
public final class UserHistory {
    /** After this many minutes without a row a new session begins. */
    private static final long SESSION_GAP = 30;

    private UserHistory() {}

    /**
     * One row.
     *
     * @param time a {@link LogTime} if the dataset's times are dates
     * @param session its number, from 1; 0 if times are not dates
     * @param share of the item that was watched, 0 … 1, NaN if unknown
     * @param repeat how many earlier rows of the user have the same item
     * @param use in the split
     */
    public record Viewing(long time, int session, int item, double share, int repeat, Use use) {}

    /** The use of a row in a split. */
    public enum Use {
        /** It is trained on. */
        TRAINED,
        /** It is held out in the validation part. */
        VALIDATION,
        /** It is held out in the test part. */
        HELD_OUT,
        /** None of these. */
        LEFT_OUT
    }

    /**
     * The user's rows, latest first.
     *
     * @param split null if the data is not split yet: every row counts as a training row
     */
    public static List<Viewing> of(Dataset dataset, @Nullable Split split, int user) {
        Interactions rows = dataset.interactions();
        int[] truth = split == null ? new int[0] : split.truth(user);
        Interactions train = split == null ? rows : split.train();
        Interactions known = split == null ? rows : split.known();
        Map<Integer, Integer> earlier = new HashMap<>();
        List<Viewing> history = new ArrayList<>();
        boolean[] trained = RowPlaces.of(rows, train, user);
        boolean[] before = RowPlaces.of(rows, known, user);
        int session = 0;
        for (int r = rows.start(user); r < rows.end(user); r++) {
            int item = rows.item(r);
            int place = r - rows.start(user);
            boolean first = r == rows.start(user);
            session += dataset.clock() && (first || gap(rows, r) > SESSION_GAP) ? 1 : 0;
            history.add(new Viewing(
                    rows.time(r),
                    session,
                    item,
                    rows.number(Interactions.WATCHED_SHARE, r),
                    earlier.merge(item, 1, Integer::sum) - 1,
                    trained[place]
                            ? Use.TRAINED
                            : before[place]
                                    ? Use.VALIDATION
                                    : Arrays.binarySearch(truth, item) >= 0 ? Use.HELD_OUT : Use.LEFT_OUT));
        }
        Collections.reverse(history);
        return history;
    }

    /** Minutes between a row and the previous one. */
    private static long gap(Interactions rows, int row) {
        return LogTime.minute(rows.time(row)) - LogTime.minute(rows.time(row - 1));
    }

    /** The distinct items that a user has in training, latest first, at most {@code count}. */
    public static List<Integer> latest(Interactions train, int user, int count) {
        return IntStream.range(train.start(user), train.end(user))
                .map(r -> train.item(train.end(user) - 1 - (r - train.start(user))))
                .distinct()
                .limit(count)
                .boxed()
                .toList();
    }
}
