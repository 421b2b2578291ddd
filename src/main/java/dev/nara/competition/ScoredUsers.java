package dev.nara.competition;

import dev.nara.text.Numbers;
import dev.nara.text.Text;

/**
 * Whom the score of composed lists is of: the same users as the figures of runs, so that the two can be held against each other.
 *
 * @param users how many it is of
 * @param cold how many users with something to find have no training rows
 * @param coldScore the score of those apart, 0 … 1; NaN where there are none, or they are counted among the users
 */
public record ScoredUsers(int users, int cold, double coldScore) {
    /** In words. */
    public Text words() {
        String all = Numbers.grouped(users);
        String without = Numbers.grouped(cold);
        if (cold == 0) {
            return Text.of("compose.whom", all);
        }
        return Double.isNaN(coldScore)
                ? Text.of("compose.whom.cold", all, without)
                : Text.of("compose.whom.apart", all, without, Numbers.figure(coldScore));
    }
}
