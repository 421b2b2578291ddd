package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Trains on what came before a day and looks for what was watched from that day on. {@code time:2022-04-15} names the
 * day, {@code last-days:14} counts it from the end, and {@code time} alone takes the last quarter of the period.
 */
public final class TimeSplit implements Splitter {
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
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        Interactions rows = dataset.interactions();
        Arguments.clock(dataset);
        LocalDate first = LogTime.toDate(rows.firstTime());
        LocalDate last = LogTime.toDate(rows.lastTime());
        LocalDate day = day(argument, first, last);
        if (!day.isAfter(first) || day.isAfter(last)) {
            throw new DataException(
                    Text.of("split.day.outside", day), Text.of("split.day.outside.remedy", first.plusDays(1), last));
        }
        long cut = LogTime.of(day);
        Interactions train = rows.filter((user, row) -> rows.time(row) < cut);
        int[][] truth = rows.filter((user, row) -> rows.time(row) >= cut).distinctItems();
        return new Split("time:" + day, train, truth);
    }

    private LocalDate day(String argument, LocalDate first, LocalDate last) throws DataException {
        if (argument.isEmpty() && !countsDays) {
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            return last.minusDays((days + 3) / 4 - 1);
        }
        try {
            return countsDays ? last.minusDays(Arguments.count(name(), argument) - 1L) : LocalDate.parse(argument);
        } catch (DateTimeParseException e) {
            throw Arguments.wrong(name(), argument);
        }
    }
}
