package dev.nara.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Toy;
import dev.nara.explain.Explainer.HeldOut;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.split.Split;
import dev.nara.store.folder.WatchedListLog.Moment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was kept of a user's lists, two models' lists side by side, and whose lists are worst. */
class PastListsTest {
    private static final Split SPLIT =
            Split.ofAll(Toy.of(1, 6, new long[][] {{0, 2, 1}, {0, 4, 2}}).interactions(), new int[][] {{1, 5}});
    private static final PastLists LISTS = new PastLists(
            SPLIT,
            0,
            List.of(
                    new Moment(1, 0.7, List.of(3, 0), List.of(6, 3)),
                    new Moment(3, 0.6, List.of(5, 2, 3), List.of(4, 1))));

    @Test
    void aKeptListKnowsWhatWasSeenAndWhatIsToBeFound() {
        List<Entry> list = LISTS.list(1);
        assertEquals(List.of(5, 2, 3), list.stream().map(Entry::item).toList());
        assertEquals(List.of(1, 2, 3), list.stream().map(Entry::rank).toList());
        assertEquals(
                List.of(true, false, false), list.stream().map(Entry::heldOut).toList());
        assertEquals(List.of(false, true, false), list.stream().map(Entry::seen).toList());
        assertTrue(Float.isNaN(list.get(0).score()));
    }

    @Test
    void heldOutItemsComeBestFirst() {
        assertEquals(List.of(new HeldOut(5, 3), new HeldOut(1, 6)), LISTS.heldOut(0));
        assertEquals(List.of(new HeldOut(5, 1), new HeldOut(1, 4)), LISTS.heldOut(1));
    }

    @Test
    void theListBeforeAnEpochIsThatOfTheLastEvaluatedOne() {
        assertEquals(List.of(), LISTS.before(1));
        assertEquals(List.of(3, 0), LISTS.before(2));
        assertEquals(List.of(3, 0), LISTS.before(3));
        assertEquals(List.of(5, 2, 3), LISTS.before(9));
    }

    @Test
    void usersByTheirFigureThoseNotEvaluatedLast() {
        UserFigures figures = new UserFigures(Map.of(0, 0.5, 2, 0.0, 3, 0.5, 4, 1.0));
        assertEquals(
                List.of(2, 0, 3, 4, 1),
                Stream.of(0, 1, 2, 3, 4).sorted(figures.lowestFirst()).toList());
        assertEquals(
                List.of(4, 0, 3, 2, 1),
                Stream.of(0, 1, 2, 3, 4).sorted(figures.highestFirst()).toList());
    }
}
