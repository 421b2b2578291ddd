package dev.nara.explain;

import dev.nara.explain.Explainer.HeldOut;
import dev.nara.explain.Recommendations.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two models' lists for one user, side by side. */
public final class TwoLists {
    private TwoLists() {}

    /**
     * An item of one of the lists, or of both.
     *
     * @param here its rank in the first list, from 1; 0 where it is not in it
     * @param there its rank in the second list, the same way
     * @param heldOutRank its rank in the second model's whole catalogue; 0 where it is not to be found
     */
    public record Line(int item, int here, int there, int heldOutRank) {}

    /**
     * The items of the first list in its order, then those that only the second has.
     *
     * @param heldOut the user's items to find, as the second model ranks them
     */
    public static List<Line> of(List<Entry> here, List<Entry> there, List<HeldOut> heldOut) {
        Map<Integer, Integer> ranksHere = ranks(here);
        Map<Integer, Integer> ranksThere = ranks(there);
        Map<Integer, Integer> toFind = new LinkedHashMap<>();
        heldOut.forEach(item -> toFind.put(item.item(), item.rank()));
        Set<Integer> items = new LinkedHashSet<>(ranksHere.keySet());
        items.addAll(ranksThere.keySet());
        List<Line> lines = new ArrayList<>();
        for (int item : items) {
            lines.add(new Line(
                    item,
                    ranksHere.getOrDefault(item, 0),
                    ranksThere.getOrDefault(item, 0),
                    toFind.getOrDefault(item, 0)));
        }
        return lines;
    }

    private static Map<Integer, Integer> ranks(List<Entry> list) {
        Map<Integer, Integer> ranks = new LinkedHashMap<>();
        list.forEach(entry -> ranks.put(entry.item(), entry.rank()));
        return ranks;
    }
}
