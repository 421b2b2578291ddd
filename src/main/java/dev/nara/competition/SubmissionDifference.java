package dev.nara.competition;

import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two submissions.
 *
 * @param both profiles that both list
 * @param changed those of them with other albums
 * @param reordered those of them with the same albums in another order
 * @param shared mean number of common albums per list
 */
public record SubmissionDifference(int both, int changed, int reordered, double shared) {
    /** Compares lists of items, best first, by user id. */
    public static SubmissionDifference of(Map<String, List<Integer>> lists, Map<String, List<Integer>> others) {
        int both = 0;
        int changed = 0;
        int reordered = 0;
        long shared = 0;
        for (Map.Entry<String, List<Integer>> entry : lists.entrySet()) {
            List<Integer> other = others.get(entry.getKey());
            if (other != null) {
                both++;
                Set<Integer> same = new HashSet<>(entry.getValue());
                same.retainAll(new HashSet<>(other));
                shared += same.size();
                boolean equalSets = same.size() == entry.getValue().size() && same.size() == other.size();
                changed += equalSets ? 0 : 1;
                reordered += equalSets && !entry.getValue().equals(other) ? 1 : 0;
            }
        }
        return new SubmissionDifference(both, changed, reordered, shared / (double) Math.max(1, both));
    }

    /** As one line. */
    public Text words() {
        return Text.of("check.difference", both, changed, reordered, Numbers.figure(shared));
    }
}
