package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Trains on rows before a day and holds out those from that day on. {@code time:2022-04-15} names the day, {@code last-days:14} counts back
 * from the end, and {@code time} alone holds out the last quarter of the period.
 */
public final class TimeSplit implements Splitter {
    /** Among users with held-out items, the number of those with training rows ({@code trained}), and of all ({@code evaluated}). */
    record Left(int trained, int evaluated) {
        boolean enough() {
            return 2L * trained >= evaluated;
        }
    }

    private final boolean countsDays;

    private TimeSplit(boolean countsDays) {
        this.countsDays = countsDays;
    }

    /** {@code time} and {@code time:DATE}. */
    public static TimeSplit byDate() {
        return new TimeSplit(false);
    }

    /** {@code last-days:N}. */
    public static TimeSplit byLastDays() {
        return new TimeSplit(true);
    }

    @Override
    public String name() {
        return countsDays ? "last-days" : "time";
    }

    @Override
    public Argument argument() {
        return countsDays ? Argument.count("N") : Argument.day();
    }

    @Override
    public List<String> examples() {
        return List.of(countsDays ? "last-days:14" : "time");
    }

    /** A validation part as long as the test part. */
    @Override
    public String validation(Dataset dataset, Split split, String argument) {
        LocalDate last = dataset.calendar().date(dataset.interactions().lastTime());
        return cutOnce(dataset, split, ChronoUnit.DAYS.between(LocalDate.parse(argument), last) + 1);
    }

    /** The last days of the training part, or its last quarter if it is too short for that. */
    static String cutOnce(Dataset dataset, Split split, long days) {
        LogCalendar calendar = dataset.calendar();
        LocalDate first = calendar.date(split.train().firstTime());
        LocalDate day = calendar.date(split.train().lastTime()).minusDays(days - 1);
        return day.isAfter(first) ? "time:" + day : "time";
    }

    /** Refuses data without dates. */
    static void checkClock(Dataset dataset) throws DataException {
        if (!dataset.clock() || dataset.interactions().size() == 0) {
            throw new DataException(Text.of("split.no.clock"), Text.of("split.no.clock.remedy"));
        }
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        Interactions rows = dataset.interactions();
        LocalDate day = day(dataset, argument);
        long cut = dataset.calendar().start(day);
        Interactions train = rows.filter((user, row) -> rows.time(row) < cut);
        int[][] truth = rows.filter((user, row) -> rows.time(row) >= cut).distinctItems();
        return new Split("time:" + day, train, truth);
    }

    /** Counts the users that a split before the last quarter of the period would leave, without making the split. */
    static Left leaves(Dataset dataset) throws DataException {
        Interactions rows = dataset.interactions();
        long cut = dataset.calendar().start(byDate().day(dataset, ""));
        int trained = 0;
        int evaluated = 0;
        for (int u = 0; u < rows.users(); u++) {
            boolean tested = rows.count(u) > 0 && rows.time(rows.end(u) - 1) >= cut;
            evaluated += tested ? 1 : 0;
            trained += tested && rows.time(rows.start(u)) < cut ? 1 : 0;
        }
        return new Left(trained, evaluated);
    }

    /** The first held-out day. */
    private LocalDate day(Dataset dataset, String argument) throws DataException {
        checkClock(dataset);
        LocalDate first = dataset.calendar().date(dataset.interactions().firstTime());
        LocalDate last = dataset.calendar().date(dataset.interactions().lastTime());
        LocalDate day = day(argument, first, last);
        if (!day.isAfter(first) || day.isAfter(last)) {
            throw new DataException(
                    Text.of("split.day.outside", day), Text.of("split.day.outside.remedy", first.plusDays(1), last));
        }
        return day;
    }

    private LocalDate day(String argument, LocalDate first, LocalDate last) {
        if (argument.isEmpty()) {
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            return last.minusDays((days + 3) / 4 - 1);
        }
        return countsDays ? last.minusDays(Long.parseLong(argument) - 1) : LocalDate.parse(argument);
    }
}
