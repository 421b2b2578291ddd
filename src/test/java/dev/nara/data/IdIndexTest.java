package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IdIndexTest {
    @Test
    void numbersOfAnySizeHaveAnIndexEachInOrderOfAppearance() {
        IdIndex ids = new IdIndex();
        long[] numbers = {0, 5, 4_194_303, 4_194_304, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1023, 1024};
        for (int n = 0; n < numbers.length; n++) {
            assertEquals(n, ids.add(numbers[n]));
        }
        for (int n = 0; n < numbers.length; n++) {
            assertEquals(n, ids.add(numbers[n]));
            assertEquals(Long.toString(numbers[n]), ids.id(n));
        }
        assertEquals(9, ids.size());
    }

    @Test
    void aNumberIsTheIdThatIsWrittenLikeIt() {
        IdIndex ids = new IdIndex();
        assertEquals(0, ids.add("7"));
        assertEquals(0, ids.add(7));
        assertEquals(0, ids.add("x7,", 1, 2));
        assertEquals(1, ids.add("007", 0, 3));
        assertEquals(2, ids.add(70_000_000_000L));
        assertEquals(2, ids.add("70000000000"));
    }

    @Test
    void anIdThatIsAddedCountsInTheHash() {
        IdIndex one = new IdIndex();
        one.add("a");
        long before = one.hash(17);
        one.add("b");
        assertEquals(17 * 1_000_003L + "a".hashCode(), before);
        assertEquals(before * 1_000_003 + "b".hashCode(), one.hash(17));
    }
}
