package dev.nara.split;

import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Users with held-out items but no training rows. A personalised model knows nothing about them, so their figures reflect popularity or
 * attributes; mixed into the others, they can decide which model looks best.
 */
public final class ColdUsers {
    private static final String SETTING = "cold_users";
    private static final int[] NOTHING = {};

    private ColdUsers() {}

    /** Whether the split has such users. */
    public static boolean any(Split split) {
        return IntStream.range(0, split.train().users()).anyMatch(u -> cold(split, u));
    }

    private static boolean cold(Split split, int user) {
        return split.truth(user).length > 0 && split.train().count(user) == 0;
    }

    /** The split without the held-out items of such users. */
    public static Split without(Split split) {
        return finding(split, u -> !cold(split, u));
    }

    /** The split with only the held-out items of such users. */
    public static Split alone(Split split) {
        return finding(split, u -> cold(split, u));
    }

    private static Split finding(Split split, IntPredicate users) {
        return split.finding(IntStream.range(0, split.train().users())
                .mapToObj(u -> users.test(u) ? split.truth(u) : NOTHING)
                .toArray(int[][]::new));
    }

    /** A warning about them, with their number and how they are treated. */
    static Optional<Warning> warning(Dataset dataset, Split split, boolean counted) {
        int cold = split.summary().unseenUsers();
        int all = split.evaluatedUsers();
        if (cold == 0) {
            return Optional.empty();
        }
        if (counted) {
            return Optional.of(new Warning(Text.of("split.warning.unseen", cold, all), Map.of(SETTING, "apart")));
        }
        if (2L * cold <= all) {
            return Optional.of(new Warning(Text.of("split.warning.apart", cold, all)));
        }
        Text what = cold == all ? Text.of("split.warning.cold", all) : Text.of("split.warning.apart", cold, all);
        return Optional.of(Usual.byUser(dataset)
                .map(other -> Warning.split(what, other))
                .orElse(new Warning(what, Map.of(SETTING, "counted"))));
    }
}
