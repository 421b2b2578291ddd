package dev.nara.analysis;

import dev.nara.algorithm.Recommender;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.eval.Evaluator;
import dev.nara.spec.PreparedRun;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A metric in groups of held-out items: by an attribute, by popularity, or by whether they were seen before. */
public final class ItemGroups {
    /** The maximum number of groups per attribute; those with most items are kept. */
    private static final int MOST = 60;

    private ItemGroups() {}

    /**
     * A model's first metric in groups of held-out items, over the users with held-out items in the group.
     *
     * @param name as in {@link GroupNames#ofItems}
     * @throws DataException if items have no such attribute
     */
    public static List<GroupFigure> of(
            PreparedRun preparedRun, Evaluator evaluator, Recommender recommender, String name, Evaluator.Watch watch)
            throws DataException {
        GroupNames.check(preparedRun.dataset(), name);
        String metric = UserGroups.metric(evaluator);
        Map<GroupKey, Evaluator.Counted> groups = groups(preparedRun.dataset(), preparedRun.split(), name);
        List<Evaluator.Part> parts = evaluator.parts(recommender, List.copyOf(groups.values()), watch);
        List<GroupFigure> ofGroups = new ArrayList<>();
        int next = 0;
        for (GroupKey key : groups.keySet()) {
            Evaluator.Part part = parts.get(next++);
            double[] figures = part.evaluation().perUser(metric);
            if (figures.length > 0) {
                ofGroups.add(GroupFigure.of(key, part.users(), metric, figures));
            }
        }
        return ofGroups;
    }

    /**
     * Groups of items by a name.
     *
     * @param name as in {@link GroupNames#ofItems}
     * @return empty if nearly every item has a value of its own, if all have the same, or if the attribute is derived from the log and so
     *     describes the log rather than the items
     */
    static Map<GroupKey, Evaluator.Counted> dividing(Dataset dataset, Split split, String name) {
        Attributes attributes = dataset.itemAttributes();
        String column = GroupNames.column(name);
        if (attributes.has(column) && attributes.isAggregate(column)) {
            return Map.of();
        }
        Map<GroupKey, Evaluator.Counted> groups = groups(dataset, split, name);
        return groups.size() > 1 && groups.size() < MOST ? groups : Map.of();
    }

    private static Map<GroupKey, Evaluator.Counted> groups(Dataset dataset, Split split, String name) {
        String column = GroupNames.column(name);
        Map<GroupKey, Evaluator.Counted> groups = new TreeMap<>();
        Interactions train = split.train();
        Attributes attributes = dataset.itemAttributes();
        if (column.equals(GroupNames.POPULARITY)) {
            int[] counts = train.itemCounts();
            groups.put(GroupKey.of(0, "slice.item.new"), (u, i) -> counts[i] == 0);
            groups.put(GroupKey.of(1, "slice.popularity.rare"), (u, i) -> counts[i] > 0 && counts[i] < 10);
            groups.put(GroupKey.of(2, "slice.popularity.some"), (u, i) -> counts[i] >= 10 && counts[i] < 100);
            groups.put(GroupKey.of(3, "slice.popularity.hits"), (u, i) -> counts[i] >= 100);
        } else if (column.equals(GroupNames.SEEN)) {
            int[][] seen = split.known().distinctItems();
            groups.put(GroupKey.of(0, "slice.rewatch.none"), (u, i) -> Arrays.binarySearch(seen[u], i) < 0);
            groups.put(GroupKey.of(1, "slice.rewatch.all"), (u, i) -> Arrays.binarySearch(seen[u], i) >= 0);
        } else {
            attributes.memberCounts(column).stream().limit(MOST).forEach(value -> {
                boolean[] has = new boolean[attributes.size()];
                for (int i = 0; i < has.length; i++) {
                    has[i] = attributes.members(column, i).contains(value.getKey());
                }
                Text text = Text.of("slice.value", GroupKey.attribute(column), value.getKey());
                groups.put(new GroupKey(-value.getValue(), value.getKey(), text), (u, i) -> has[i]);
            });
        }
        return groups;
    }
}
