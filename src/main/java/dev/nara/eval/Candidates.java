package dev.nara.eval;

import dev.nara.data.Dataset;
import dev.nara.split.FewUsers;
import dev.nara.split.Split;
import dev.nara.split.SplitWarnings;
import dev.nara.split.Warning;
import dev.nara.text.Fact;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items that held-out items are ranked against: the full catalogue, or one list per user. */
public final class Candidates {
    private static final Map<String, String> WHOLE_CATALOGUE = Map.of("candidates", "all");

    private final String spec;
    private final int @Nullable [][] lists;
    private final boolean seenKept;
    private final long usersWithFewer;
    private final String reason;

    private Candidates(String spec, int @Nullable [][] lists, boolean seenKept, long usersWithFewer, String reason) {
        this.spec = spec;
        this.lists = lists;
        this.seenKept = seenKept;
        this.usersWithFewer = usersWithFewer;
        this.reason = reason;
    }

    /** The full catalogue. */
    static Candidates all(String spec, boolean seenKept) {
        return new Candidates(spec, null, seenKept, 0, "");
    }

    /**
     * One list per user.
     *
     * @param lists each made by {@link #list(int[], int[])}; empty for users without held-out items
     * @param usersWithFewer the number of users with fewer negatives than others or than asked for
     */
    static Candidates among(String spec, int[][] lists, boolean seenKept, long usersWithFewer) {
        return new Candidates(spec, lists, seenKept, usersWithFewer, "");
    }

    /** A user's list: held-out items first, then negatives. */
    static int[] list(int[] truth, int[] negatives) {
        int[] both = Arrays.copyOf(truth, truth.length + negatives.length);
        System.arraycopy(negatives, 0, both, truth.length, negatives.length);
        return both;
    }

    /** A copy with the reason why the data led to these candidates. */
    Candidates because(String reason) {
        return new Candidates(spec, lists, seenKept, usersWithFewer, reason);
    }

    /** What to know about a split with these candidates before trusting figures. */
    public List<Warning> warnings(Dataset dataset, Split split, boolean coldCounted) {
        List<Warning> warnings = new ArrayList<>(SplitWarnings.of(dataset, split, coldCounted));
        FewUsers.warning(dataset, split, coldCounted).ifPresent(warnings::add);
        if (usersWithFewer > 0) {
            warnings.add(
                    new Warning(Text.of("candidates.fewer", Numbers.grouped(usersWithFewer), spec), WHOLE_CATALOGUE));
        }
        trainedNegatives(split).ifPresent(warnings::add);
        return warnings;
    }

    /** A warning about negatives, such as files may give, that are known items of the user. */
    private Optional<Warning> trainedNegatives(Split split) {
        int[][] negatives = negatives(split);
        long all = 0;
        long known = 0;
        for (int u = 0; negatives != null && u < negatives.length; u++) {
            int[] had = negatives[u].length == 0 ? negatives[u] : split.known().distinctItems(u);
            all += negatives[u].length;
            for (int item : negatives[u]) {
                known += Arrays.binarySearch(had, item) >= 0 ? 1 : 0;
            }
        }
        Text what = Text.of("candidates.known", Numbers.grouped(known), Numbers.grouped(all));
        return known == 0 ? Optional.empty() : Optional.of(new Warning(what, WHOLE_CATALOGUE));
    }

    /** The candidates in one line: how they were chosen, and why if the data decided. */
    public Fact fact() {
        return new Fact("split.candidates", reason.isEmpty() ? spec : spec + " (" + reason + ")");
    }

    /** How they were chosen, as in {@code --candidates}. */
    public String spec() {
        return spec;
    }

    /** Whether the whole catalogue is ranked. */
    public boolean full() {
        return lists == null;
    }

    /** Whether known items of a user may be recommended from the whole catalogue. */
    public boolean seenKept() {
        return seenKept;
    }

    /** The negatives of each user, to be frozen with the split: shape [users][negatives]; null for the full catalogue. */
    public int @Nullable [][] negatives(Split split) {
        if (lists == null) {
            return null;
        }
        int[][] negatives = new int[lists.length][];
        for (int u = 0; u < negatives.length; u++) {
            int[] list = lists[u];
            negatives[u] = Arrays.copyOfRange(list, Math.min(list.length, split.truth(u).length), list.length);
        }
        return negatives;
    }

    /** The items ranked for a user: held-out items first, then negatives. Not for the full catalogue. */
    int[] list(int user) {
        if (lists == null) {
            throw new IllegalStateException("the full catalogue has no lists");
        }
        return lists[user];
    }
}
