package dev.nara.spec;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.split.Split;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Counts of the parts of a split: what a run trains on, what it chooses by, and what its final figures are computed on.
 *
 * @param train the training part, without the validation part
 * @param validation the validation part; empty if there is none
 * @param test the test part
 * @param flattery why figures on the test part are better than they would be on future data
 * @param known the share of held-out pairs of the test part that were already known, 0 … 1
 */
public record SplitParts(Train train, Optional<Held> validation, Held test, Split.Flattery flattery, double known) {
    private static final String BY_DAY = "time:";

    /**
     * The part to train on.
     *
     * @param days first and last, where there are dates
     * @param pairs distinct (user, item)
     */
    public record Train(Optional<Days> days, int rows, int users, int items, long pairs) {}

    /**
     * A held-out part.
     *
     * @param days first and last, where the split is by days
     * @param rows of those days; 0 for other splits
     * @param pairs distinct held-out (user, item)
     * @param users with held-out items
     * @param untrained users without training rows: included in {@code users} of the test part, but not in those of the validation part
     */
    public record Held(Optional<Days> days, int rows, long pairs, int users, int untrained) {}

    /** The first and a last day. */
    public record Days(LocalDate first, LocalDate last) {
        /** The number of days, the first and the last included. */
        public long count() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }
    }

    /** Counts the parts of a preview; reads all rows, so not for the JavaFX thread. */
    public static SplitParts of(Dataset dataset, SplitPreview preview) {
        Split left = preview.left();
        Split.Summary counted = left.summary();
        Optional<LocalDate> test = day(left.spec());
        Optional<Held> validation = preview.validation().map(part -> {
            Held found = held(dataset, part, day(part.spec()).filter(d -> test.isPresent()), test);
            return new Held(
                    found.days(),
                    found.rows(),
                    found.pairs(),
                    part.evaluatedUsers(),
                    found.users() - part.evaluatedUsers());
        });
        Held found = held(dataset, left, test, Optional.empty());
        return new SplitParts(
                new Train(
                        days(dataset, left.train()),
                        counted.trainRows(),
                        counted.trainUsers(),
                        counted.trainItems(),
                        left.train().distinctPairs()),
                validation,
                new Held(found.days(), found.rows(), found.pairs(), counted.evaluatedUsers(), counted.unseenUsers()),
                left.flattery(),
                left.leakShare());
    }

    /** The first held-out day of a split that is cut at a day; empty for other splits. */
    public static Optional<LocalDate> day(String spec) {
        return spec.startsWith(BY_DAY)
                ? Optional.of(LocalDate.parse(spec.substring(BY_DAY.length())))
                : Optional.empty();
    }

    /** The split that is cut at a day. */
    public static String spec(LocalDate day) {
        return BY_DAY + day;
    }

    private static Optional<Days> days(Dataset dataset, Interactions rows) {
        return dataset.clock() && rows.size() > 0
                ? Optional.of(new Days(
                        dataset.calendar().date(rows.firstTime()),
                        dataset.calendar().date(rows.lastTime())))
                : Optional.empty();
    }

    /** The held-out part of the rows from one day on and before another, and the users who have such rows. */
    private static Held held(Dataset dataset, Split part, Optional<LocalDate> from, Optional<LocalDate> until) {
        long pairs = part.summary().pairsToFind();
        if (from.isEmpty()) {
            return new Held(Optional.empty(), 0, pairs, part.evaluatedUsers(), 0);
        }
        Interactions rows = dataset.interactions();
        LogCalendar calendar = dataset.calendar();
        long start = calendar.start(from.get());
        long end = until.map(calendar::start).orElse(Long.MAX_VALUE);
        int count = 0;
        int users = 0;
        for (int u = 0; u < rows.users(); u++) {
            int before = count;
            for (int r = rows.start(u); r < rows.end(u); r++) {
                count += rows.time(r) >= start && rows.time(r) < end ? 1 : 0;
            }
            users += count > before ? 1 : 0;
        }
        LocalDate last = until.map(day -> day.minusDays(1)).orElseGet(() -> calendar.date(rows.lastTime()));
        return new Held(Optional.of(new Days(from.get(), last)), count, pairs, users, 0);
    }
}
