package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Significance;
import dev.nara.spec.PreparedRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which users gain and which lose under the first of two settings: by age, by rows before the split, and by whether they have new items
 * held out.
 *
 * @param gained users with a better figure under the first
 * @param lost users with a worse one
 * @param same all others
 */
public record Gains(int gained, int lost, int same, List<Kind> kinds) {
    /** Smaller groups are not shown. */
    public static final int FEWEST = 30;

    /** A way to group users: its name, and the groups in order. */
    public record Kind(Text title, List<Bar> bars) {}

    /**
     * A group of users.
     *
     * @param users by index
     * @param lost the share of losing users, 0 … 1
     * @param gained the share of gaining users
     * @param change the mean change of the metric
     * @param low the lower end of its 95% interval; NaN for too few users
     * @param high the upper end
     */
    public record Bar(
            Text name, List<Integer> users, double lost, double gained, double change, double low, double high) {
        /** Whether it has too few users for an interval. */
        public boolean tooFew() {
            return users.size() < FEWEST;
        }

        /** Whether the interval contains zero. */
        public boolean unsure() {
            return !(low > 0 || high < 0);
        }
    }

    /**
     * Compares the figures of all evaluated users.
     *
     * @param preparedRun the preparation of one of the two settings
     * @param first the first setting's figures of every evaluated user
     */
    public static Gains of(PreparedRun preparedRun, String metric, Significance.Group first, Significance.Group second)
            throws DataException {
        int[] users = preparedRun.evaluator().users();
        Dataset dataset = preparedRun.dataset();
        double[] worth = difference(metric, first, second);
        List<Kind> kinds = new ArrayList<>();
        UserBands bands = new UserBands(dataset, preparedRun.split(), users);
        List<UserBands.Grouping> groupings = new ArrayList<>();
        if (dataset.userAttributes().has(Role.AGE)) {
            groupings.add(bands.ages());
        } else {
            bands.attribute().ifPresent(groupings::add);
        }
        groupings.add(bands.rows());
        groupings.add(bands.rewatched());
        for (UserBands.Grouping grouping : groupings) {
            if (grouping.groups().size() > 1) {
                kinds.add(new Kind(grouping.title(), bars(grouping, users, worth, first, second)));
            }
        }
        int gained = (int) Arrays.stream(worth).filter(d -> d > 0).count();
        int lost = (int) Arrays.stream(worth).filter(d -> d < 0).count();
        return new Gains(gained, lost, worth.length - gained - lost, kinds);
    }

    private static double[] difference(String metric, Significance.Group first, Significance.Group second) {
        double[] ofFirst = first.byUser();
        double[] ofSecond = second.byUser();
        return IntStream.range(0, ofFirst.length)
                .mapToDouble(u -> CutoffMetric.worth(metric, ofFirst[u] - ofSecond[u]))
                .toArray();
    }

    private static List<Bar> bars(
            UserBands.Grouping grouping,
            int[] users,
            double[] worth,
            Significance.Group first,
            Significance.Group second) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int n = 0; n < users.length; n++) {
            places.put(users[n], n);
        }
        List<Bar> bars = new ArrayList<>();
        grouping.groups().forEach((name, members) -> {
            int[] at = members.stream().mapToInt(u -> places.getOrDefault(u, 0)).toArray();
            Significance.Comparison change =
                    at.length < FEWEST ? null : Significance.compare(first.at(at), second.at(at), 1);
            double of = Math.max(1, at.length);
            bars.add(new Bar(
                    name.text(),
                    members,
                    Arrays.stream(at).filter(n -> worth[n] < 0).count() / of,
                    Arrays.stream(at).filter(n -> worth[n] > 0).count() / of,
                    change == null ? Double.NaN : change.difference(),
                    change == null ? Double.NaN : change.low(),
                    change == null ? Double.NaN : change.high()));
        });
        return bars;
    }
}
