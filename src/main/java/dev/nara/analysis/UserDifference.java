package dev.nara.analysis;

import dev.nara.data.Dataset;
import dev.nara.eval.Significance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An evaluated user's figures under two settings.
 *
 * @param user by index
 * @param words the user's attributes
 */
public record UserDifference(int user, String id, String words, double first, double second) {
    /** First minus second. */
    public double difference() {
        return first - second;
    }

    /**
     * The differences of every evaluated user, largest loss under the first setting first.
     *
     * @param users the evaluated users, in the order of the groups' figures
     */
    public static List<UserDifference> of(
            Dataset dataset, int[] users, Significance.Group first, Significance.Group second) {
        double[] ofFirst = first.byUser();
        double[] ofSecond = second.byUser();
        List<UserDifference> differences = new ArrayList<>();
        for (int n = 0; n < users.length; n++) {
            int user = users[n];
            differences.add(new UserDifference(
                    user, dataset.users().id(user), dataset.userAttributes().words(user), ofFirst[n], ofSecond[n]));
        }
        differences.sort(Comparator.comparingDouble(UserDifference::difference));
        return differences;
    }
}
