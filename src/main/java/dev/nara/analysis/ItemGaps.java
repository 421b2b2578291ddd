package dev.nara.analysis;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Significance;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Finds groups of held-out items in which the two best settings of a comparison differ. */
public final class ItemGaps {
    private ItemGaps() {}

    /** A group of items and the attribute that it is grouped by. */
    private record Group(String kind, GroupKey key, Evaluator.Counted items) {}

    /** One setting's models, one per seed, with the figures of each on each group. */
    private record Setting(List<List<Evaluator.Part>> seeds, boolean random) {
        Significance.Group figures(int group, String metric) {
            return new Significance.Group(
                    seeds.stream()
                            .map(parts -> parts.get(group).evaluation().perUser(metric))
                            .toArray(double[][]::new),
                    random);
        }
    }

    /**
     * Finds groups of users and of items in which the two best settings differ, corrected together; restores every model of both and ranks
     * the catalogue with each.
     *
     * @param comparison of at least two settings
     * @param ofUsers the groups of users, from {@link GroupGaps#ofUsers}
     * @param data what the runs were trained on
     * @throws DataException if the metric does not depend on held-out items
     */
    public static List<GroupGaps.Gap> with(
            SettingsComparison comparison,
            Services services,
            RunStore store,
            Prepared data,
            List<GroupGaps.Gap> ofUsers,
            Evaluator.Watch watch)
            throws DataException {
        String metric = comparison.metric();
        List<CutoffMetric> parsed = CutoffMetric.parse(metric);
        if (!parsed.get(0).ofTruth()) {
            throw new DataException(Text.of("slice.items.metric", metric), Text.of("slice.no.metric.remedy"));
        }
        StoredRun best = comparison.contenders().get(0).runs().get(0);
        PreparedRun preparedRun = services.preparedRun(best, data);
        Evaluator evaluator =
                new Evaluator(preparedRun.dataset(), preparedRun.split(), preparedRun.candidates(), parsed);
        List<Group> groups = groups(preparedRun);
        List<Setting> settings = new ArrayList<>();
        for (Contender contender : comparison.contenders().subList(0, 2)) {
            List<List<Evaluator.Part>> seeds = new ArrayList<>();
            for (StoredRun run : contender.runs()) {
                Recommender model = services.reopen(store, run, data).recommender();
                seeds.add(
                        evaluator.parts(model, groups.stream().map(Group::items).toList(), watch));
            }
            String algorithm = contender.runs().get(0).spec().algorithm();
            settings.add(new Setting(
                    seeds, services.algorithms().algorithm(algorithm).random()));
        }
        List<GroupGaps.Gap> all = new ArrayList<>(ofUsers);
        all.addAll(gaps(groups, settings.get(0), settings.get(1), metric));
        return GroupGaps.ranked(all, Significance.pairs(comparison.contenders().size()));
    }

    private static List<Group> groups(PreparedRun preparedRun) {
        List<Group> groups = new ArrayList<>();
        for (String kind : GroupNames.ofItems(preparedRun.dataset())) {
            ItemGroups.dividing(preparedRun.dataset(), preparedRun.split(), kind)
                    .forEach((key, items) -> groups.add(new Group(kind, key, items)));
        }
        return groups;
    }

    private static List<GroupGaps.Gap> gaps(List<Group> groups, Setting first, Setting second, String metric) {
        List<GroupGaps.Gap> gaps = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            List<Integer> users = first.seeds().get(0).get(g).users();
            if (users.size() >= GroupGaps.SMALLEST) {
                Group group = groups.get(g);
                GroupKey key = new GroupKey(
                        group.key().place(),
                        group.key().name(),
                        Text.of("slice.items", group.key().text()));
                Significance.Group ofFirst = first.figures(g, metric);
                gaps.add(GroupGaps.Gap.of(
                        group.kind(),
                        GroupFigure.of(key, users, metric, ofFirst.byUser()),
                        ofFirst,
                        second.figures(g, metric)));
            }
        }
        return gaps;
    }
}
