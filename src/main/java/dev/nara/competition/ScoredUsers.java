package dev.nara.competition;

import dev.nara.text.Numbers;
import dev.nara.text.Text;

/**
 * The users behind the score of composed lists: the same as for runs' figures, so that both are comparable.
 *
 * @param users their number
 * @param cold how many users with held-out items have no training rows
 * @param coldScore the score of those alone, 0 … 1; NaN if there are none, or if they count among the users
 */
public record ScoredUsers(int users, int cold, double coldScore) {
    /** As text. */
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
