package dev.nara.ui.data.figures;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A selection of rows of the log.
 *
 * @param title describes the selection
 * @param test makes, for a dataset, the condition on rows
 */
public record RowsQuery(String title, Function<Dataset, Interactions.RowPredicate> test) {
    private static final int DAYS = 7;
    /** Findings whose examples start with a day. */
    private static final Set<String> BY_DAY = Set.of("sparse-days", "stray-days");
    /** Findings whose examples start with a user's id, possibly followed by an item's. */
    private static final Set<String> BY_USER = Set.of(
            "repeated-rows",
            "duplicate-rows",
            "one-user",
            "users-with-one-item",
            "users-with-all-items",
            "unknown-users",
            "session-after-log",
            "session-over-days",
            "impossible-seconds",
            "payment-empty",
            "trained-negatives");

    /** All matching rows, ascending; reads all rows, so not on the JavaFX thread. */
    public int[] of(Dataset dataset) {
        Interactions rows = dataset.interactions();
        Interactions.RowPredicate wanted = test.apply(dataset);
        return IntStream.range(0, rows.users())
                .flatMap(u -> IntStream.range(rows.start(u), rows.end(u)).filter(r -> wanted.test(u, r)))
                .toArray();
    }

    /** The rows of users who have between {@code least} and {@code most} rows. */
    static RowsQuery ofLengths(String title, int least, int most) {
        return new RowsQuery(
                title,
                dataset -> (user, row) -> dataset.interactions().count(user) >= least
                        && dataset.interactions().count(user) <= most);
    }

    /** The rows of the item with that popularity rank, from 1. */
    static RowsQuery ofRank(String title, int rank) {
        return new RowsQuery(title, dataset -> {
            int[] counts = dataset.interactions().itemCounts();
            int item = IntStream.range(0, counts.length)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer i) -> counts[i]).reversed())
                    .skip(rank - 1L)
                    .findFirst()
                    .orElse(-1);
            return (user, row) -> dataset.interactions().item(row) == item;
        });
    }

    /** The rows in an hour of a weekday. */
    static RowsQuery ofHour(String title, DayOfWeek day, int hour) {
        return new RowsQuery(title, dataset -> {
            LogCalendar calendar = dataset.calendar();
            return (user, row) -> {
                long time = dataset.interactions().time(row);
                // 1970-01-01 was a Thursday.
                return Math.floorMod(calendar.day(time) + 3, (long) DAYS) == day.getValue() - 1
                        && calendar.hour(time) == hour;
            };
        });
    }

    /** The rows from one day to another, including both. */
    static RowsQuery ofDays(String title, LocalDate first, LocalDate last) {
        return new RowsQuery(title, dataset -> {
            long from = dataset.calendar().start(first);
            long end = dataset.calendar().start(last.plusDays(1));
            return (user, row) -> dataset.interactions().time(row) >= from
                    && dataset.interactions().time(row) < end;
        });
    }

    /** The rows that an example of a finding names; empty if it names none. */
    public static Optional<RowsQuery> ofExample(String finding, String example) {
        String[] words = example.split("[,:]", -1);
        String first = words[0].strip();
        if (BY_DAY.contains(finding)) {
            LocalDate day = LocalDate.parse(first);
            return Optional.of(ofDays(example, day, day));
        }
        if (finding.equals("unknown-items")) {
            return Optional.of(new RowsQuery(example, dataset -> {
                int item = dataset.items().indexOf(first);
                return (user, row) -> dataset.interactions().item(row) == item;
            }));
        }
        if (!BY_USER.contains(finding)) {
            return Optional.empty();
        }
        String second = words.length > 1 ? words[1].strip() : "";
        return Optional.of(new RowsQuery(example, dataset -> {
            int wanted = dataset.users().indexOf(first);
            int item = dataset.items().indexOf(second);
            return (user, row) ->
                    user == wanted && (item < 0 || dataset.interactions().item(row) == item);
        }));
    }
}
