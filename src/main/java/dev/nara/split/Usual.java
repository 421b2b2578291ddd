package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.util.Optional;

/** Chooses the default split of a dataset. */
final class Usual {
    /** The default for data without times, where the order of rows means nothing. */
    static final String WITHOUT_TIMES = "random-ratio:0.8";

    private static final String BY_TIME = "time";
    private static final String LATEST = "leave-one-out";

    private Usual() {}

    /**
     * The test part that came with the files; otherwise, without times, a random part of each user; otherwise by time if the rows span
     * several days and at least half of the evaluated users have training rows; otherwise the latest item of each user.
     */
    static String of(Dataset dataset) {
        if (dataset.given() != null) {
            return "given";
        }
        if (!dataset.timed()) {
            return WITHOUT_TIMES;
        }
        boolean best = byTime(dataset) || !anybodyHasTwo(dataset.interactions());
        return best && severalDays(dataset) ? BY_TIME : LATEST;
    }

    private static boolean severalDays(Dataset dataset) {
        Interactions rows = dataset.interactions();
        return dataset.clock()
                && dataset.calendar().day(rows.firstTime()) < dataset.calendar().day(rows.lastTime());
    }

    private static boolean anybodyHasTwo(Interactions rows) {
        for (int u = 0; u < rows.users(); u++) {
            if (rows.distinctItems(u).length > 1) {
                return true;
            }
        }
        return false;
    }

    /** A split within each user, in which evaluated users have training rows; empty if no user has two items. */
    static Optional<String> byUser(Dataset dataset) {
        String split = dataset.timed() ? LATEST : WITHOUT_TIMES;
        return anybodyHasTwo(dataset.interactions()) ? Optional.of(split) : Optional.empty();
    }

    /** Whether a split by time leaves training rows for enough users. */
    static boolean byTime(Dataset dataset) {
        return timeLeaves(dataset).map(TimeSplit.Left::enough).orElse(false);
    }

    /** The users that a split by time would leave; empty if it cannot be made. */
    static Optional<TimeSplit.Left> timeLeaves(Dataset dataset) {
        if (!severalDays(dataset)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimeSplit.leaves(dataset));
        } catch (DataException e) {
            return Optional.empty();
        }
    }
}
