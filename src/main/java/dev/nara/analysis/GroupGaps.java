package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.Significance;
import dev.nara.spec.PreparedRun;
import dev.nara.split.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds groups in which two settings differ, with all kinds of groups corrected together. */
public final class GroupGaps {
    /** Smaller groups are left out. */
    public static final int SMALLEST = 20;

    private GroupGaps() {}

    /**
     * A group of users in which two models differ.
     *
     * @param kind the attribute by which users or items are grouped
     * @param first mean of the first model in the group
     * @param second mean of the second
     * @param corrected the probability by chance, corrected for the number of groups and of pairs of settings
     */
    public record Gap(
            String kind,
            GroupFigure group,
            double first,
            double second,
            Significance.Comparison comparison,
            double corrected) {
        /** A gap before correction. */
        static Gap of(String kind, GroupFigure group, Significance.Group first, Significance.Group second) {
            return new Gap(kind, group, first.mean(), second.mean(), Significance.compare(first, second, 1), 1);
        }

        /** First minus second. */
        public double difference() {
            return first - second;
        }
    }

    /**
     * All groups of users under two models, the most certain difference first.
     *
     * @param pairs the number of pairs of settings among which these two were chosen
     * @param first the first setting's figures of every evaluated user
     * @param second the second's
     */
    public static List<Gap> ofUsers(
            PreparedRun preparedRun, String metric, long pairs, Significance.Group first, Significance.Group second)
            throws DataException {
        int[] users = preparedRun.evaluator().users();
        return ranked(gaps(preparedRun.dataset(), preparedRun.split(), users, metric, first, second), pairs);
    }

    static List<Gap> gaps(
            Dataset dataset,
            Split split,
            int[] users,
            String metric,
            Significance.Group first,
            Significance.Group second)
            throws DataException {
        Map<Integer, Integer> places = new HashMap<>();
        for (int n = 0; n < users.length; n++) {
            places.put(users[n], n);
        }
        List<Gap> gaps = new ArrayList<>();
        for (String kind : GroupNames.ofUsers(dataset)) {
            List<GroupFigure> groups = UserGroups.of(dataset, split, users, metric, first.byUser(), kind);
            // An attribute with a value of its own for nearly every user does not make groups.
            if (groups.size() == 1 || groups.size() > users.length / SMALLEST + 1) {
                continue;
            }
            for (GroupFigure group : groups) {
                if (group.members().size() >= SMALLEST) {
                    int[] at = group.members().stream()
                            .mapToInt(u -> places.getOrDefault(u, 0))
                            .toArray();
                    gaps.add(Gap.of(kind, group, first.at(at), second.at(at)));
                }
            }
        }
        return gaps;
    }

    /** Corrected for their number, the most certain difference first. */
    static List<Gap> ranked(List<Gap> gaps, long pairs) {
        double[] corrected = Significance.holm(
                gaps.stream().mapToDouble(g -> g.comparison.p()).toArray(), pairs * gaps.size());
        List<Gap> ranked = new ArrayList<>();
        for (int n = 0; n < corrected.length; n++) {
            Gap gap = gaps.get(n);
            ranked.add(new Gap(gap.kind, gap.group, gap.first, gap.second, gap.comparison, corrected[n]));
        }
        ranked.sort(Comparator.comparingDouble((Gap g) -> g.comparison.p()));
        return ranked;
    }
}
