package dev.nara.explain;

import dev.nara.explain.Explainer.HeldOut;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.split.Split;
import dev.nara.store.folder.WatchedListLog.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The lists of a watched user after each evaluated epoch, as stored during training; scores were not stored. */
public final class PastLists {
    private final Split split;
    private final int user;
    private final List<Moment> moments;

    /** For one user of a split, with moments in order of epochs. */
    public PastLists(Split split, int user, List<Moment> moments) {
        this.split = split;
        this.user = user;
        this.moments = List.copyOf(moments);
    }

    /** The list of a moment, best first, without scores (NaN). */
    public List<Entry> list(int moment) {
        int[] seen = split.known().distinctItems(user);
        int[] truth = split.truth(user);
        List<Integer> items = moments.get(moment).list();
        List<Entry> list = new ArrayList<>();
        for (int r = 0; r < items.size(); r++) {
            int item = items.get(r);
            list.add(new Entry(
                    r + 1,
                    item,
                    Float.NaN,
                    Arrays.binarySearch(seen, item) >= 0,
                    Arrays.binarySearch(truth, item) >= 0));
        }
        return list;
    }

    /** The ranks of held-out items at a moment, best first. */
    public List<HeldOut> heldOut(int moment) {
        int[] truth = split.truth(user);
        List<Integer> ranks = moments.get(moment).ranks();
        List<HeldOut> heldOut = new ArrayList<>();
        for (int n = 0; n < Math.min(truth.length, ranks.size()); n++) {
            heldOut.add(new HeldOut(truth[n], ranks.get(n)));
        }
        heldOut.sort(Comparator.comparingInt(HeldOut::rank));
        return heldOut;
    }

    /** The list of the last moment before an epoch, best first; empty if there is none. */
    public List<Integer> before(int epoch) {
        List<Integer> list = List.of();
        for (Moment moment : moments) {
            list = moment.epoch() < epoch ? moment.list() : list;
        }
        return list;
    }
}
