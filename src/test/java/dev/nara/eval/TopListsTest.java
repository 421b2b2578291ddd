package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopListsTest {
    private static final int ITEMS = 10;

    /** User u likes item u modulo 10 best and scores all others alike, but item 9, whose score is no number. */
    private static final Recommender MODEL = new Recommender() {
        @Override
        public int items() {
            return ITEMS;
        }

        @Override
        public void scores(int[] users, Scores to) {
            for (int half = 0; half < 2; half++) {
                for (int n = 0; n < users.length; n++) {
                    float[] scores = new float[7];
                    for (int i = 0; i < 5; i++) {
                        int item = half * 5 + i;
                        scores[2 + i] = item == 9 ? Float.NaN : item == users[n] % ITEMS ? 2 : 1;
                    }
                    to.stretch(n, half * 5, scores, 2, 5);
                }
            }
        }

        @Override
        public void scores(int user, int[] items, float[] out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Weights weights() {
            return new Weights();
        }
    };

    private static int[][] lists(int k) {
        int[] users = IntStream.range(0, 30).toArray();
        int[][] lists = new int[30][];
        new TopLists(
                        MODEL,
                        k,
                        user -> user == 3 ? new int[] {0, 3} : new int[0],
                        (user, item) -> item == 1 || item == 2 ? 1 : 0)
                .rank(users, (n, items, scores) -> lists[n] = items);
        return lists;
    }

    @Test
    void everyUserOfEveryBlockGetsTheOwnList() {
        int[][] lists = lists(3);
        assertArrayEquals(new int[] {0, 3, 4}, lists[0]);
        assertArrayEquals(new int[] {7, 0, 3}, lists[7]);
        assertArrayEquals(new int[] {7, 0, 3}, lists[27]);
    }

    @Test
    void itemsLeftOutAreNotInTheList() {
        assertArrayEquals(new int[] {4, 5, 6}, lists(3)[3]);
    }

    @Test
    void tiesAreLostWhereAskedAndWhatIsNoNumberComesLast() {
        assertArrayEquals(new int[] {4, 0, 3, 5, 6, 7, 8, 1, 2, 9}, lists(20)[4]);
    }
}
