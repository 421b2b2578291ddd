package dev.nara.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final int[][] POSITIVES = {{1, 3}, {}, {0, 1, 2, 3, 4, 5, 6, 7}, {2}};

    private static Examples examples(long order, long draws, boolean avoid) {
        NegativeSampler sampler = new NegativeSampler(10, POSITIVES, avoid);
        return new Examples(new PositivePairs(POSITIVES), sampler, new Examples.Drawing(3, false), order, draws);
    }

    /** All examples as "user item label" with how often each occurs, and the order they came in. */
    private static Map<String, Integer> drain(Examples examples, StringBuilder order) {
        Map<String, Integer> counts = new TreeMap<>();
        ExampleBatch batch = new ExampleBatch(4);
        for (examples.next(batch); batch.size() > 0; examples.next(batch)) {
            for (int e = 0; e < batch.size(); e++) {
                String example = batch.users()[e] + " " + batch.items()[e] + " " + (int) batch.labels()[e];
                counts.merge(example, 1, Integer::sum);
                order.append(example).append('\n');
            }
        }
        return counts;
    }

    @Test
    void everyPositiveOnceWithItsNegatives() {
        Examples examples = examples(1, 1, true);
        // Users 0 and 3 have 3 negatives a positive; user 2 has seen 8 of 10 items, so only 2 are left to draw.
        assertEquals(2 * 4 + 8 * 3 + 4, examples.total());
        Map<String, Integer> counts = drain(examples, new StringBuilder());
        assertEquals(36, counts.values().stream().mapToInt(c -> c).sum());
        for (int u = 0; u < POSITIVES.length; u++) {
            for (int item : POSITIVES[u]) {
                assertEquals(1, counts.get(u + " " + item + " 1"));
                assertFalse(counts.containsKey(u + " " + item + " 0"), "a positive was drawn as a negative");
            }
        }
    }

    @Test
    void stretchesAreTheEpochInPieces() {
        StringBuilder whole = new StringBuilder();
        drain(examples(1, 1, true), whole);
        StringBuilder pieces = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            Examples some = examples(1, 1, true);
            some.only(part, 3, 4);
            drain(some, pieces);
        }
        assertEquals(whole.toString(), pieces.toString());
    }

    @Test
    void negativesMayBePositivesWhenAsked() {
        NegativeSampler sampler = new NegativeSampler(2, new int[][] {{0, 1}}, false);
        assertEquals(5, sampler.available(0, 5));
        assertEquals(0, new NegativeSampler(2, new int[][] {{0, 1}}, true).available(0, 5));
    }

    @Test
    void theSameDrawSeedDrawsTheSameNegativesInAnotherOrder() {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        assertEquals(drain(examples(1, 7, true), first), drain(examples(2, 7, true), second));
        assertNotEquals(first.toString(), second.toString());
        assertNotEquals(drain(examples(1, 7, true), first), drain(examples(1, 8, true), second));
    }

    @Test
    void positivesStandBeforeTheirNegativesWhenKeptTogether() {
        NegativeSampler sampler = new NegativeSampler(10, POSITIVES, true);
        Examples examples = new Examples(new PositivePairs(POSITIVES), sampler, new Examples.Drawing(2, true), 1, 1);
        ExampleBatch batch = new ExampleBatch(3);
        for (examples.next(batch); batch.size() > 0; examples.next(batch)) {
            assertEquals(1, batch.labels()[0]);
            assertEquals(0, batch.labels()[1]);
            assertEquals(0, batch.labels()[2]);
            assertEquals(batch.users()[0], batch.users()[2]);
        }
        assertEquals(3 * (2 + 8 + 1), examples.total());
    }

    @Test
    void oneSeedOneOrder() {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        drain(examples(5, 5, true), first);
        drain(examples(5, 5, true), second);
        assertEquals(first.toString(), second.toString());
    }

    @Test
    void drawsAreUniformOverWhatIsLeft() {
        for (int[] known : new int[][] {{4}, {0, 1, 2, 3, 5, 6, 8}}) {
            NegativeSampler sampler = new NegativeSampler(10, new int[][] {known}, true);
            SplittableRandom random = new SplittableRandom(3);
            Map<Integer, Integer> counts = new HashMap<>();
            int draws = 9000;
            for (int n = 0; n < draws; n++) {
                counts.merge(sampler.draw(0, random.nextLong()), 1, Integer::sum);
            }
            Set<Integer> expected = new HashSet<>();
            for (int item = 0; item < 10; item++) {
                if (Arrays.binarySearch(known, item) < 0) {
                    expected.add(item);
                }
            }
            assertEquals(expected, counts.keySet());
            double share = draws / (double) expected.size();
            counts.values().forEach(count -> assertTrue(Math.abs(count - share) < 0.15 * share, counts.toString()));
        }
    }

    /** Users whose filter is searched behind, whose filter has a bit an item, and who know more than half. */
    @Test
    void candidatesAreDrawsUnlessTheyMayBeKnown() {
        int[][] positives = {{7, 900, 2999}, IntStream.range(500, 700).toArray(), {}};
        for (int items : new int[] {3000, 900}) {
            int[][] known = items == 3000
                    ? positives
                    : new int[][] {IntStream.range(0, 451).toArray(), {5}, {}};
            NegativeSampler sampler = new NegativeSampler(items, known, true);
            SplittableRandom random = new SplittableRandom(4);
            for (int n = 0; n < 60_000; n++) {
                int user = n % known.length;
                long seed = random.nextLong();
                int drawn = sampler.draw(user, seed);
                int candidate = sampler.candidate(user, seed);
                assertTrue(Arrays.binarySearch(known[user], drawn) < 0, "user " + user + " knows " + drawn);
                assertTrue(candidate < 0 || candidate == drawn, "user " + user + " " + candidate + " " + drawn);
            }
        }
    }
}
