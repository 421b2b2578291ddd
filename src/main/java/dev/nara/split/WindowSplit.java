package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * Two windows of N days at the end of the period, like the public and the private part of a competition: {@code near:N} holds out the first
 * window, {@code far:N} the second, which ends the period. Both train on the rows before both windows, so that with the same seed they
 * evaluate the same model.
 */
public final class WindowSplit implements Splitter {
    private final boolean far;

    private WindowSplit(boolean far) {
        this.far = far;
    }

    /** {@code near:N}. */
    public static WindowSplit near() {
        return new WindowSplit(false);
    }

    /** {@code far:N}. */
    public static WindowSplit far() {
        return new WindowSplit(true);
    }

    @Override
    public String name() {
        return far ? "far" : "near";
    }

    @Override
    public Argument argument() {
        return Argument.count("N");
    }

    @Override
    public List<String> examples() {
        return List.of(name() + ":14");
    }

    /** A validation part as long as one window. */
    @Override
    public String validation(Dataset dataset, Split split, String argument) {
        return TimeSplit.cutOnce(dataset, split, Long.parseLong(argument));
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        TimeSplit.checkClock(dataset);
        int days = Integer.parseInt(argument);
        Interactions rows = dataset.interactions();
        LocalDate last = dataset.calendar().date(rows.lastTime());
        LocalDate farDay = last.minusDays(days - 1L);
        LocalDate nearDay = farDay.minusDays(days);
        if (!nearDay.isAfter(dataset.calendar().date(rows.firstTime()))) {
            throw new DataException(
                    Text.of("split.day.outside", nearDay),
                    Text.of("split.window.outside.remedy", dataset.calendar().date(rows.firstTime()), last));
        }
        long near = dataset.calendar().start(nearDay);
        long middle = dataset.calendar().start(farDay);
        Interactions train = rows.filter((user, row) -> rows.time(row) < near);
        int[][] truth = rows.filter((user, row) ->
                        far ? rows.time(row) >= middle : rows.time(row) >= near && rows.time(row) < middle)
                .distinctItems();
        return new Split(Register.written(this, argument), train, truth);
    }
}
