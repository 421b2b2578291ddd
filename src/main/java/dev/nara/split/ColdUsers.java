package dev.nara.split;

import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Users with something to find and no row to train on. A model knows nothing of them, so their figures say what popularity or
 * attributes say; mixed in, they decide which model is best.
 */
public final class ColdUsers {
    private static final String SETTING = "cold_users";
    private static final int[] NOTHING = {};

    private ColdUsers() {}

    /** Whether anybody is. */
    public static boolean any(Split split) {
        return IntStream.range(0, split.train().users()).anyMatch(u -> cold(split, u));
    }

    private static boolean cold(Split split, int user) {
        return split.truth(user).length > 0 && split.train().count(user) == 0;
    }

    /** The same with something to find for all others. */
    public static Split without(Split split) {
        return finding(split, u -> !cold(split, u));
    }

    /** The same with something to find for them alone. */
    public static Split alone(Split split) {
        return finding(split, u -> cold(split, u));
    }

    private static Split finding(Split split, IntPredicate users) {
        return split.finding(IntStream.range(0, split.train().users())
                .mapToObj(u -> users.test(u) ? split.truth(u) : NOTHING)
                .toArray(int[][]::new));
    }

    /** What to say of them: how many they are, and what is done with them. */
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
