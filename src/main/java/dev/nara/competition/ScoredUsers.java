package dev.nara.competition;

import dev.nara.split.Split;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Arrays;

/** Whom the score of composed lists is of: figures of a run leave out users without training rows unless it counts them. */
final class ScoredUsers {
    private ScoredUsers() {}

    /** How many they are, and how many of them have no training rows. */
    static Text words(int[] users, Split split) {
        String all = Numbers.grouped(users.length);
        long cold =
                Arrays.stream(users).filter(u -> split.train().count(u) == 0).count();
        return cold == 0 ? Text.of("compose.whom", all) : Text.of("compose.whom.cold", all, Numbers.grouped(cold));
    }
}
