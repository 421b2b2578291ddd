package dev.nara.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PermutationTest {
    @Test
    void everyPlaceHoldsAnotherNumber() {
        for (int size = 1; size < 600; size++) {
            Permutation order = new Permutation(size, size);
            BitSet seen = new BitSet(size);
            for (int place = 0; place < size; place++) {
                seen.set((int) order.at(place));
            }
            assertEquals(size, seen.cardinality());
            assertEquals(size, seen.length());
        }
    }

    @Test
    void neighboursAreScattered() {
        int size = 100_000;
        Permutation order = new Permutation(size, 7);
        double distance = 0;
        int kept = 0;
        for (int place = 1; place < size; place++) {
            distance += Math.abs(order.at(place) - order.at(place - 1));
            kept += order.at(place) == place ? 1 : 0;
        }
        // Two random places are a third of the length apart on average, and about one number in all stays where it was.
        assertEquals(size / 3.0, distance / (size - 1), size / 300.0);
        assertTrue(kept < 10, kept + " numbers did not move");
    }
}
