package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.explain.UserFigures;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Order;
import dev.nara.ui.child.ChildModel.Scored;
import dev.nara.ui.child.ChildRows.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nine children: nothing was found for 0 to 6, something for 7, and nothing is held out for 8. */
class ChildRowsTest {
    private static final ChildFacts UNKNOWN = new ChildFacts("", Double.NaN, true, List.of());

    private static List<String> rows(Order order, Set<String> chosen, Set<Integer> kept, Set<Group> open) {
        return rows(order, chosen, kept, open, -1);
    }

    private static List<String> rows(
            Order order, Set<String> chosen, Set<Integer> kept, Set<Group> open, int onScreen) {
        List<Child> children = new ArrayList<>();
        Map<Integer, Double> figures = new HashMap<>(Map.of(7, .5));
        for (int n = 0; n < 9; n++) {
            children.add(new Child(n, Integer.toString(n), UNKNOWN, List.of(), 10 + n));
            if (n < 7) {
                figures.put(n, 0.0);
            }
        }
        Scored scored = new Scored(new UserFigures(figures), "HR@10", 1, List.of(), .1, 0, .2);
        ChildRows.Source source = new ChildRows.Source(children, scored, order, chosen, kept, open, onScreen);
        return ChildRows.of(source, child -> true, false).stream()
                .map(row -> row instanceof ChildRows.One one
                        ? one.child().id()
                        : row instanceof ChildRows.More more
                                ? "+" + more.count()
                                : ((ChildRows.Heading) row).group().toString())
                .toList();
    }

    @Test
    void worstFirstPutsThoseBeforeForWhomNothingWasFound() {
        assertEquals(
                List.of("NOTHING_FOUND", "6", "5", "4", "3", "2", "+2", "FOUND_SOME", "7", "NO_SCORE", "8"),
                rows(Order.WORST, Set.of(), Set.of(), Set.of()),
                "most views first, the first five of each group but the last");
        assertEquals(
                List.of("FOUND_SOME", "7", "NOTHING_FOUND", "6", "5", "4", "3", "2", "1", "0", "NO_SCORE", "8"),
                rows(Order.BEST, Set.of(), Set.of(), Set.of(Group.NOTHING_FOUND)));
    }

    @Test
    void theChildOnScreenHasARow() {
        assertEquals(
                List.of("NOTHING_FOUND", "6", "5", "4", "3", "2", "0", "+1", "FOUND_SOME", "7", "NO_SCORE", "8"),
                rows(Order.WORST, Set.of(), Set.of(), Set.of(), 0),
                "also where its group shows the first five");
    }

    @Test
    void theWatchedComeFirstThoseOfChoiceBeforeTheOthers() {
        assertEquals(
                List.of("WATCHING", "7", "1", "NOTHING_FOUND", "6", "5", "4", "3", "2", "+1", "NO_SCORE", "8"),
                rows(Order.WORST, Set.of("7"), Set.of(1), Set.of()));
    }

    @Test
    void ordersWithoutFiguresHaveOneGroup() {
        assertEquals(
                List.of("ALL", "0", "1", "2", "3", "4", "5", "6", "7", "8"),
                rows(Order.ID, Set.of(), Set.of(), Set.of()));
        assertEquals(
                List.of("ALL", "8", "7", "6", "5", "4", "3", "2", "1", "0"),
                rows(Order.VIEWS, Set.of(), Set.of(), Set.of()));
    }
}
