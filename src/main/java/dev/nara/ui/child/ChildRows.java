package dev.nara.ui.child;

import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Order;
import dev.nara.ui.child.ChildModel.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rows of the list of children: groups with headings; all groups but the last at first show only a few children. */
final class ChildRows {
    private static final int FEW = 5;

    private ChildRows() {}

    /** The groups of children. */
    enum Group {
        /** Children whose lists are kept after every epoch. */
        WATCHING,
        /** Children for whom no held-out item was found. */
        NOTHING_FOUND,
        /** Children for whom some held-out items were found. */
        FOUND_SOME,
        /** Children who are not evaluated because they have no held-out items. */
        NO_SCORE,
        /** All other children, if the order is not by figures. */
        ALL
    }

    /** A row. */
    sealed interface Row {}

    /** The heading of a group with its size. */
    record Heading(Group group, int count) implements Row {}

    /** A child. */
    record One(Child child, boolean watched) implements Row {}

    /** The number of further children in a group. */
    record More(Group group, int count) implements Row {}

    /**
     * The data behind the rows.
     *
     * @param chosen the ids of children that the user has chosen to watch
     * @param kept the children whose lists the run on screen keeps
     * @param open the groups that show all of their children
     * @param onScreen the child on screen, which always has a row; -1 for none
     */
    record Source(
            List<Child> children,
            Scored scored,
            Order order,
            Set<String> chosen,
            Set<Integer> kept,
            Set<Group> open,
            int onScreen) {
        private boolean watches(Child child) {
            return chosen.contains(child.id()) || kept.contains(child.user());
        }

        private boolean byFigure() {
            return (order == Order.WORST || order == Order.BEST) && scored.known();
        }
    }

    /** The rows of the matching children; during a search all groups are shown completely. */
    static List<Row> of(Source source, Predicate<Child> match, boolean searching) {
        Map<Group, List<Child>> groups = new LinkedHashMap<>();
        for (Group group : inOrder(source.order)) {
            groups.put(group, new ArrayList<>());
        }
        for (Child child : source.children) {
            if (match.test(child)) {
                groups.computeIfAbsent(group(source, child), g -> new ArrayList<>())
                        .add(child);
            }
        }
        groups.values().removeIf(List::isEmpty);
        List<Row> rows = new ArrayList<>();
        int left = groups.size();
        for (Map.Entry<Group, List<Child>> entry : groups.entrySet()) {
            left--;
            add(rows, source, entry.getKey(), entry.getValue(), searching || left == 0);
        }
        return rows;
    }

    private static List<Group> inOrder(Order order) {
        return order == Order.BEST
                ? List.of(Group.WATCHING, Group.FOUND_SOME, Group.NOTHING_FOUND, Group.NO_SCORE, Group.ALL)
                : List.of(Group.values());
    }

    private static Group group(Source source, Child child) {
        if (source.watches(child)) {
            return Group.WATCHING;
        }
        if (!source.byFigure()) {
            return Group.ALL;
        }
        double figure = source.scored.of(child);
        return Double.isNaN(figure) ? Group.NO_SCORE : figure == 0 ? Group.NOTHING_FOUND : Group.FOUND_SOME;
    }

    private static void add(List<Row> rows, Source source, Group group, List<Child> children, boolean all) {
        children.sort(order(source, group));
        rows.add(new Heading(group, children.size()));
        int few = group == Group.WATCHING
                ? Math.max(FEW, (int) children.stream()
                        .filter(c -> source.chosen.contains(c.id()))
                        .count())
                : FEW;
        int shown = all || source.open.contains(group) ? children.size() : Math.min(few, children.size());
        int more = 0;
        for (int n = 0; n < children.size(); n++) {
            Child child = children.get(n);
            if (n < shown || child.user() == source.onScreen) {
                rows.add(new One(child, source.watches(child)));
            } else {
                more++;
            }
        }
        if (more > 0) {
            rows.add(new More(group, more));
        }
    }

    /**
     * The order within a group: the chosen one, but most views first among those for whom nothing was found, and chosen ones first among
     * the watched.
     */
    private static Comparator<Child> order(Source source, Group group) {
        Comparator<Child> byUser = Comparator.comparingInt(Child::user);
        Comparator<Child> byViews =
                Comparator.comparingInt((Child c) -> -c.views()).thenComparing(byUser);
        Comparator<Child> order =
                switch (source.order) {
                    case WORST ->
                        source.byFigure()
                                ? Comparator.comparing(
                                        Child::user, source.scored.figures().lowestFirst())
                                : byViews;
                    case BEST ->
                        source.byFigure()
                                ? Comparator.comparing(
                                        Child::user, source.scored.figures().highestFirst())
                                : byViews;
                    case VIEWS -> byViews;
                    case ID -> byUser;
                };
        if (group == Group.NOTHING_FOUND) {
            return byViews;
        }
        return group == Group.WATCHING
                ? Comparator.comparing((Child c) -> !source.chosen.contains(c.id()))
                        .thenComparing(order)
                : order;
    }
}
