package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The part of the held-out period that a protocol evaluates. */
public enum Period {
    /** All of it. */
    WHOLE(""),
    /** Its first half. */
    NEAR("@near"),
    /** Its second half. */
    FAR("@far");

    private final String suffix;

    Period(String suffix) {
        this.suffix = suffix;
    }

    /** The suffix after the candidates. */
    String suffix() {
        return suffix;
    }

    /** The period named by a suffix. */
    static Period of(String spec) {
        String lower = spec.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(NEAR.suffix) ? NEAR : lower.endsWith(FAR.suffix) ? FAR : WHOLE;
    }

    /** The candidates without the suffix. */
    public static String without(String spec) {
        String stripped = spec.strip();
        return stripped.substring(0, stripped.length() - of(spec).suffix.length());
    }

    /**
     * The split restricted to held-out items of this period.
     *
     * @throws DataException if the held-out period cannot be halved
     */
    Split of(Dataset dataset, Split split) throws DataException {
        if (this == WHOLE) {
            return split;
        }
        if (!halves(dataset, split)) {
            throw new DataException(Text.of("protocol.no.period", split.spec()), Text.of("protocol.no.period.remedy"));
        }
        Interactions rows = dataset.interactions();
        long end = split.known().lastTime();
        long first = IntStream.range(0, rows.size())
                .mapToLong(rows::time)
                .filter(t -> t > end)
                .min()
                .orElse(end);
        long middle = first + (rows.lastTime() - first) / 2;
        return split.finding(
                this == NEAR ? between(split, rows, end, middle) : between(split, rows, middle, Long.MAX_VALUE));
    }

    /** Whether all held-out rows are later than all known ones, so that the period has a first and a second half. */
    public static boolean halves(Dataset dataset, Split split) {
        if (!dataset.clock() || split.known().size() == 0) {
            return false;
        }
        long end = split.known().lastTime();
        Interactions rows = dataset.interactions();
        if (rows.lastTime() <= end) {
            return false;
        }
        int[][] after = between(split, rows, end, Long.MAX_VALUE);
        return IntStream.range(0, after.length).allMatch(u -> after[u].length == split.truth(u).length);
    }

    /** The held-out items of each user in rows later than {@code from} and not later than {@code to}. */
    private static int[][] between(Split split, Interactions rows, long from, long to) {
        int[][] some = new int[rows.users()][];
        for (int u = 0; u < some.length; u++) {
            int[] items = new int[rows.count(u)];
            int count = 0;
            for (int r = rows.start(u); r < rows.end(u); r++) {
                if (rows.time(r) > from && rows.time(r) <= to) {
                    items[count++] = rows.item(r);
                }
            }
            some[u] = among(split.truth(u), items, count);
        }
        return some;
    }

    /** Those of the first {@code count} items that are held out: distinct, ascending. */
    private static int[] among(int[] truth, int[] items, int count) {
        Arrays.sort(items, 0, count);
        int found = 0;
        for (int i = 0, t = 0; i < count && t < truth.length; i++) {
            while (t < truth.length && truth[t] < items[i]) {
                t++;
            }
            if (t < truth.length && truth[t] == items[i]) {
                items[found++] = truth[t++];
            }
        }
        return Arrays.copyOf(items, found);
    }
}
