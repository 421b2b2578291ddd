package dev.nara.competition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The items that each block offers each user, before composition: computed once, composed as often as needed. */
public final class Offers {
    private final ListFilters filters;
    private final List<Blend> blends;
    private final int[][][] offers;

    Offers(ListFilters filters, List<Blend> blends) {
        this(filters, blends, blends.stream().map(Blend::items).toArray(int[][][]::new));
    }

    private Offers(ListFilters filters, List<Blend> blends, int[][][] offers) {
        this.filters = filters;
        this.blends = blends;
        this.offers = offers;
    }

    /** The offers of some of the blocks, by index. */
    public Offers only(int... blocks) {
        return new Offers(
                filters,
                Arrays.stream(blocks).mapToObj(blends::get).toList(),
                Arrays.stream(blocks).mapToObj(b -> offers[b]).toArray(int[][][]::new));
    }

    /** The number of blocks. */
    int size() {
        return offers.length;
    }

    /** The weights of a block's runs; empty if it has one source. */
    public Map<String, Double> weights(int block) {
        return blends.get(block).weights();
    }

    /** A copy with other weights of a blended block's runs. */
    Offers reweighted(int block, Map<String, Double> weights) {
        List<Blend> all = new ArrayList<>(blends);
        all.set(block, blends.get(block).with(weights));
        int[][][] changed = offers.clone();
        changed[block] = all.get(block).items();
        return new Offers(filters, all, changed);
    }

    /**
     * Composes lists of {@code k} items.
     *
     * @param takes the maximum number of items of each block
     */
    public ComposedLists lists(int k, int[] takes) {
        int[][] items = new int[offers[0].length][];
        int[][] blocks = new int[items.length][];
        IntStream.range(0, items.length).parallel().forEach(n -> {
            ListSoFar list = new ListSoFar(k);
            for (int b = 0; b < offers.length; b++) {
                list.take(b, offers[b][n], takes[b]);
            }
            items[n] = Arrays.copyOf(list.items, list.length);
            blocks[n] = Arrays.copyOf(list.from, list.length);
        });
        return new ComposedLists(items, blocks);
    }

    /** One user's list during composition. */
    private final class ListSoFar {
        private final int[] items;
        private final int[] from;
        private final Map<Integer, Integer> ofSeries = new HashMap<>();
        private int length;

        ListSoFar(int k) {
            items = new int[k];
            from = new int[k];
        }

        /** Adds the best of a block's offers, up to a number, while there is room. */
        void take(int block, int[] offered, int most) {
            OfferedItems left = new OfferedItems(offered);
            int taken = 0;
            for (int c = filters.next(left, items, length);
                    c >= 0 && length < items.length && taken < most;
                    c = filters.next(left, items, length)) {
                left.take(c);
                if (fits(offered[c])) {
                    items[length] = offered[c];
                    from[length++] = block;
                    taken++;
                }
            }
        }

        private boolean fits(int item) {
            for (int r = 0; r < length; r++) {
                if (items[r] == item) {
                    return false;
                }
            }
            int most = filters.atMostOfSeries(item);
            return most == Integer.MAX_VALUE || ofSeries.merge(filters.series(item), 1, Integer::sum) <= most;
        }
    }
}
