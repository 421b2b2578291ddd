package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InteractionsTest {
    private static Interactions sample() {
        InteractionsBuilder rows = new InteractionsBuilder();
        rows.add(1, 7, 30);
        rows.add(0, 5, 20);
        rows.add(1, 7, 10);
        rows.add(1, 3, 10);
        rows.add(1, 7, 10);
        return rows.build(3, 10);
    }

    @Test
    void rowsAreOrderedByUserAndTimeAndKeepTheirOrderOtherwise() {
        Interactions rows = sample();
        assertEquals(3, rows.users());
        assertEquals(10, rows.items());
        assertEquals(5, rows.size());
        assertEquals(1, rows.count(0));
        assertEquals(4, rows.count(1));
        assertEquals(0, rows.count(2));
        int[] items = new int[4];
        for (int i = 0; i < 4; i++) {
            items[i] = rows.item(rows.start(1) + i);
        }
        assertArrayEquals(new int[] {7, 3, 7, 7}, items);
        assertEquals(10, rows.firstTime());
        assertEquals(30, rows.lastTime());
    }

    @Test
    void distinctItemsAscend() {
        assertArrayEquals(new int[] {3, 7}, sample().distinctItems(1));
        assertArrayEquals(new int[0], sample().distinctItems(2));
    }

    @Test
    void distinctItemsOfAllAreThoseOfEach() {
        int[][] all = sample().distinctItems();
        assertEquals(3, all.length);
        assertArrayEquals(new int[] {5}, all[0]);
        assertArrayEquals(new int[] {3, 7}, all[1]);
        assertArrayEquals(new int[0], all[2]);
    }

    @Test
    void distinctItemsOfUsersWithManyAndWithFewRowsAscend() {
        InteractionsBuilder rows = new InteractionsBuilder();
        for (int item : new int[] {199, 64, 63, 0, 64, 127, 128, 199, 0}) {
            rows.add(0, item, 0);
        }
        rows.add(1, 64, 0);
        Interactions few = rows.build(2, 200);
        assertArrayEquals(new int[] {0, 63, 64, 127, 128, 199}, few.distinctItems()[0]);
        assertArrayEquals(new int[] {64}, few.distinctItems()[1]);
        Interactions many = rows.build(2, 1_000_000);
        assertArrayEquals(new int[] {0, 63, 64, 127, 128, 199}, many.distinctItems()[0]);
        assertArrayEquals(new int[] {64}, many.distinctItems()[1]);
    }

    @Test
    void itemCountsCountRows() {
        assertArrayEquals(new int[] {0, 0, 0, 1, 0, 1, 0, 3, 0, 0}, sample().itemCounts());
    }

    @Test
    void furtherNumbersStayWithTheirRows() {
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        rows.add(1, 0, 9, 5);
        rows.add(0, 1, 7, 4);
        rows.add(0, 2, 3, Float.NaN);
        Interactions sorted = rows.build(2, 3);
        assertTrue(Float.isNaN(sorted.number("rating", 0)));
        assertEquals(4, sorted.number("rating", 1));
        assertEquals(5, sorted.filter((user, row) -> user == 1).number("rating", 0));
        assertTrue(Float.isNaN(sorted.number("unheard", 0)));
    }

    @Test
    void timesFarApartSortAsWell() {
        InteractionsBuilder rows = new InteractionsBuilder();
        rows.add(0, 0, Long.MAX_VALUE);
        rows.add(0, 1, Long.MIN_VALUE);
        rows.add(0, 2, 0);
        Interactions sorted = rows.build(1, 3);
        assertEquals(1, sorted.item(0));
        assertEquals(2, sorted.item(1));
        assertEquals(0, sorted.item(2));
    }

    @Test
    void filterKeepsUsersAndItems() {
        Interactions late = sample().filter((user, row) -> sample().time(row) >= 20);
        assertEquals(3, late.users());
        assertEquals(2, late.size());
        assertEquals(1, late.count(0));
        assertEquals(1, late.count(1));
    }

    @Test
    void filterKeepsSingleRowsAndStretchesWithAllTheyHave() {
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        for (int n = 0; n < 200; n++) {
            rows.add(n / 50, n % 7, 10L * n, n);
        }
        Interactions some = rows.build(5, 7).filter((user, row) -> row % 3 == 0 || (row > 60 && row < 140));
        int place = 0;
        for (int n = 0; n < 200; n++) {
            if (n % 3 == 0 || (n > 60 && n < 140)) {
                assertEquals(n % 7, some.item(place));
                assertEquals(10L * n, some.time(place));
                assertEquals(n, some.number("rating", place));
                assertEquals(n / 50, some.userOf(place));
                place++;
            }
        }
        assertEquals(place, some.size());
        assertEquals(0, some.count(4));
        assertEquals(0, some.firstTime());
        assertEquals(1980, some.lastTime());
        assertEquals(Long.MAX_VALUE, some.filter((user, row) -> false).firstTime());
        assertEquals(Long.MIN_VALUE, some.filter((user, row) -> false).lastTime());
    }
}
