package dev.nara.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtremesTest {
    private static List<Finding> found(Dataset dataset) {
        return Quality.of(dataset).stream()
                .filter(f -> !List.of("impossible-ages", "constant-columns", "unwatched-items", "few-items")
                        .contains(f.id()))
                .toList();
    }

    private static long[][] everything(int users, int items) {
        return IntStream.range(0, users * items)
                .mapToObj(r -> new long[] {r / items, r % items, r % items})
                .toArray(long[][]::new);
    }

    @Test
    void ordinaryDataHasNone() {
        assertEquals(List.of(), found(Toy.twoTastes(20, 40, 8)));
    }

    @Test
    void oneUser() {
        assertEquals(
                List.of(new Finding("one-user", 1, List.of("0")), new Finding("users-with-all-items", 1, List.of("0"))),
                found(Toy.of(1, 20, everything(1, 20))));
    }

    @Test
    void oneItemEach() {
        long[][] rows = {{0, 0, 1}, {1, 1, 2}, {2, 0, 3}, {2, 1, 4}};
        assertEquals(
                List.of(
                        new Finding("users-with-one-item", 2, List.of("0", "1")),
                        new Finding("users-with-all-items", 1, List.of("2"))),
                found(Toy.of(3, 2, rows)));
    }

    @Test
    void oneItemForAll() {
        long[][] rows = {{0, 1, 1}, {1, 1, 2}, {2, 1, 3}};
        assertEquals(
                List.of(
                        new Finding("users-with-one-item", 3, List.of("0", "1", "2")),
                        new Finding("one-item", 1, List.of("1"))),
                found(Toy.of(3, 20, rows)));
    }

    @Test
    void listsThatHoldTheWholeCatalogue() {
        long[][] ten = {
            {0, 0, 1},
            {0, 1, 2},
            {0, 2, 3},
            {0, 3, 4},
            {0, 4, 5},
            {1, 5, 6},
            {1, 6, 7},
            {1, 7, 8},
            {1, 8, 9},
            {1, 9, 10}
        };
        assertEquals(
                List.of(new Finding("few-items", 10, List.of("0", "1", "2", "3", "4"))),
                Quality.of(Toy.of(2, 30, ten)).stream()
                        .filter(f -> f.id().endsWith("-items") && f.repair().isEmpty())
                        .toList());
    }

    @Test
    void usersWhoHaveEverything() {
        Dataset dense = Toy.of(20, 15, everything(20, 15));
        assertEquals(List.of(new Finding("users-with-all-items", 20, List.of("0", "1", "2", "3", "4"))), found(dense));
    }

    @Test
    void numbersThatAreAllEqual() {
        InteractionsBuilder rows = new InteractionsBuilder("rating", "stars");
        for (int r = 0; r < 24; r++) {
            rows.add(r % 4, r / 4 + r % 2 * 6, r, 5, r % 3);
        }
        Dataset dataset = Toy.twoTastes(4, 12, 2).with(rows.build(4, 12));
        assertEquals(List.of(new Finding("equal-numbers", 1, List.of("rating: 5.0"))), found(dataset));
    }

    @Test
    void noRowsHaveNoEqualNumbers() {
        Dataset none = Toy.twoTastes(4, 6, 2).with(new InteractionsBuilder("rating").build(4, 6));
        assertEquals(
                List.of(),
                found(none).stream().filter(f -> f.id().equals("equal-numbers")).toList());
    }

    @Test
    void givenNegativesThatTheUserHas() {
        long[][] rows = {{0, 0, 1}, {0, 1, 2}, {1, 2, 1}, {1, 0, 2}};
        Dataset dataset = Toy.of(2, 5, rows, false, Toy.given(5, new int[][] {{3}, {1}}, new int[][] {{0, 4}, {3, 4}}));
        assertEquals(List.of(new Finding("trained-negatives", 1, List.of("0, 0"))), found(dataset));
    }

    @Test
    void rowsThatAreEqualWithoutTimes() throws Exception {
        int[][] lines = {{0, 0}, {0, 1}, {1, 1}, {0, 0}, {0, 0}, {1, 2}, {1, 3}};
        Dataset dataset = Toy.lines(2, 5, lines);
        assertEquals(
                List.of(new Finding("duplicate-rows", 2, List.of("0, 0", "0, 0"), "duplicate-rows")), found(dataset));
        assertEquals(
                7,
                Preparing.apply(dataset, Recipe.USUAL).dataset().interactions().size(),
                "two views of one item look the same, so they stay unless asked");
        Recipe once = Recipe.USUAL.with(Preparation.USUAL.withRepairs(List.of("duplicate-rows")));
        assertEquals(5, Preparing.apply(dataset, once).dataset().interactions().size());
        long[][] timed = {{0, 0, 1}, {0, 1, 2}, {1, 1, 1}, {0, 0, 3}, {1, 2, 2}};
        assertEquals(List.of(), found(Toy.of(2, 5, timed)), "with times, it was watched again");
    }
}
