package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A way to evaluate a model of one training part: what it is to find, and among what. A protocol is written as candidates,
 * such as {@code all:masked} or {@code popular:99}, and {@code @near} or {@code @far} for the first or second half of the
 * period to be found.
 *
 * @param spec as it is written
 */
public record Protocol(String spec, Split split, Candidates candidates) {
    private static final String NEAR = "@near";
    private static final String FAR = "@far";

    /**
     * Reads a protocol. Where items already seen are masked, only new ones are to be found.
     *
     * @throws DataException if there is no such protocol, or the data does not allow it
     */
    public static Protocol of(Dataset dataset, Split split, String spec, long seed) throws DataException {
        boolean near = spec.endsWith(NEAR);
        boolean half = near || spec.endsWith(FAR);
        Split within = half ? window(dataset, split, near) : split;
        String wanted = half ? spec.substring(0, spec.lastIndexOf('@')) : spec;
        Split wantedOf = wanted.equals("all:masked") ? onlyNew(within) : within;
        Candidates candidates = Candidates.of(dataset, wantedOf, wanted, seed);
        return new Protocol(candidates.spec() + spec.substring(wanted.length()), wantedOf, candidates);
    }

    /** The protocols that a dataset and its split allow, the widest first. */
    public static List<String> usual(Dataset dataset, Split split) {
        List<String> all = new ArrayList<>(List.of("all:kept", "all:masked", "sampled:99", "popular:99"));
        if (split.hasNegatives()) {
            all.add("given");
        }
        if (hasPeriod(dataset, split)) {
            all.addAll(List.of("all:kept" + NEAR, "all:kept" + FAR));
        }
        return all;
    }

    /** Whether a model's place depends on negatives that were drawn. */
    public boolean sampled() {
        return !candidates.full();
    }

    private static Split onlyNew(Split split) {
        int[][] truth = new int[split.train().users()][];
        for (int u = 0; u < truth.length; u++) {
            int[] trained = split.train().distinctItems(u);
            truth[u] = Arrays.stream(split.truth(u))
                    .filter(i -> Arrays.binarySearch(trained, i) < 0)
                    .toArray();
        }
        return split.finding(truth);
    }

    /** Whether everything to be found lies after all that is trained on, so that it has a first and a second half. */
    public static boolean hasPeriod(Dataset dataset, Split split) {
        if (!dataset.clock() || split.train().size() == 0) {
            return false;
        }
        long end = split.train().lastTime();
        Interactions rows = dataset.interactions();
        if (rows.lastTime() <= end) {
            return false;
        }
        int[][] after = between(split, rows, end, Long.MAX_VALUE);
        return IntStream.range(0, after.length).allMatch(u -> after[u].length == split.truth(u).length);
    }

    private static Split window(Dataset dataset, Split split, boolean near) throws DataException {
        if (!hasPeriod(dataset, split)) {
            throw new DataException(Text.of("protocol.no.period", split.spec()), Text.of("protocol.no.period.remedy"));
        }
        Interactions rows = dataset.interactions();
        long end = split.train().lastTime();
        long first = IntStream.range(0, rows.size())
                .mapToLong(rows::time)
                .filter(t -> t > end)
                .min()
                .orElse(end);
        long middle = first + (rows.lastTime() - first) / 2;
        return split.finding(near ? between(split, rows, end, middle) : between(split, rows, middle, Long.MAX_VALUE));
    }

    /** The items to find that a user has in rows later than {@code from} and not later than {@code to}. */
    private static int[][] between(Split split, Interactions rows, long from, long to) {
        int[][] some = new int[rows.users()][];
        for (int u = 0; u < some.length; u++) {
            int[] truth = split.truth(u);
            some[u] = IntStream.range(rows.start(u), rows.end(u))
                    .filter(r -> rows.time(r) > from && rows.time(r) <= to)
                    .map(rows::item)
                    .filter(i -> Arrays.binarySearch(truth, i) >= 0)
                    .distinct()
                    .sorted()
                    .toArray();
        }
        return some;
    }
}
