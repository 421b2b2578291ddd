package dev.nara.spec;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.split.Split;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run trains on, chooses by and is told on, counted.
 *
 * @param train the rows that are left to train on
 * @param validation what epochs are chosen by; empty where nothing is held out for that
 * @param test what is to be found in the end
 * @param flattery why the figures of the test part are better than those of the future
 * @param known the share of pairs of the test part that were known before, 0 … 1
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
     * A part that is held out.
     *
     * @param days first and last, where it is cut by them
     * @param rows of those days; of other cuts 0
     * @param pairs to be found
     * @param users with something to find
     * @param untrained of whom there is no row to train on: among {@code users} in the test part, beside them in the validation part
     */
    public record Held(Optional<Days> days, int rows, long pairs, int users, int untrained) {}

    /** A first and a last day. */
    public record Days(LocalDate first, LocalDate last) {
        /** How many there are. */
        public long count() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }
    }

    /** Counts what a preview cuts; goes over all rows, so not for the window's thread. */
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

    /** The day from which on rows are to be found, of a split that is cut at one. */
    public static Optional<LocalDate> day(String spec) {
        return spec.startsWith(BY_DAY)
                ? Optional.of(LocalDate.parse(spec.substring(BY_DAY.length())))
                : Optional.empty();
    }

    /** A split that is cut at a day. */
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

    /** The rows from one day on, before another, with the users who have any. */
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
