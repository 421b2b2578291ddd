package dev.nara.data;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Small datasets made in memory. */
public final class Toy {
    private Toy() {}

    /** Rows of user, item and time; ids are the indices. */
    public static Dataset of(int users, int items, long[][] rows) {
        return of(users, items, rows, true, null);
    }

    /** The same with a test part, or without dates. */
    public static Dataset of(int users, int items, long[][] rows, boolean clock, @Nullable GivenTest given) {
        InteractionsBuilder builder = new InteractionsBuilder();
        for (long[] row : rows) {
            builder.add((int) row[0], (int) row[1], row[2]);
        }
        return new Dataset(
                new Dataset.Source(
                        Path.of("toy"),
                        "toy",
                        "toy",
                        "UTF-8",
                        clock ? LogCalendar.AS_WRITTEN : LogCalendar.ORDER,
                        List.<Finding>of()),
                ids(users),
                ids(items),
                builder.build(users, items),
                attributes(users),
                Attributes.none(),
                Dataset.Task.of(given));
    }

    /** Rows of user and item in the order of lines, without times. */
    public static Dataset lines(int users, int items, int[][] rows) {
        InteractionsBuilder builder = new InteractionsBuilder();
        for (int[] row : rows) {
            builder.add(row[0], row[1], builder.size());
        }
        return new Dataset(
                new Dataset.Source(Path.of("lines"), "lines", "toy", "UTF-8", LogCalendar.LINES, List.<Finding>of()),
                ids(users),
                ids(items),
                builder.build(users, items),
                attributes(users),
                Attributes.none(),
                Dataset.Task.NONE);
    }

    /** A test part: the items of each user, and the negatives of each. */
    public static GivenTest given(int items, int[][] truth, int[][] negatives) {
        InteractionsBuilder builder = new InteractionsBuilder();
        for (int u = 0; u < truth.length; u++) {
            for (int item : truth[u]) {
                builder.add(u, item, 0);
            }
        }
        return new GivenTest(builder.build(truth.length, items), negatives);
    }

    private static IdIndex ids(int count) {
        IdIndex index = new IdIndex();
        for (int i = 0; i < count; i++) {
            index.add(Integer.toString(i));
        }
        return index;
    }

    /** A number "age", a category "sex", and "views", which sums up the log. */
    private static Attributes attributes(int users) {
        AttributesBuilder builder = new AttributesBuilder(users);
        DoubleColumn ages = builder.number("age", Role.AGE);
        StringColumn sexes = builder.text("sex", Role.SEX);
        DoubleColumn views = builder.aggregate("views");
        for (int u = 0; u < users; u++) {
            ages.set(u, u % 7);
            sexes.set(u, u % 2 == 0 ? "F" : "M");
            views.set(u, u);
        }
        return builder.build();
    }

    /**
     * Two tastes: even users watch even items, odd users odd ones, each a few of its kind; something is to be learnt,
     * and popularity learns nothing.
     */
    public static Dataset twoTastes(int users, int items, int each) {
        long[][] rows = new long[users * each][];
        for (int u = 0; u < users; u++) {
            for (int n = 0; n < each; n++) {
                int item = (u % 2 + 2 * ((u / 2 * 3 + n * 5 + n * n) % (items / 2))) % items;
                rows[u * each + n] = new long[] {u, item, n};
            }
        }
        return of(users, items, rows, false, null);
    }
}
