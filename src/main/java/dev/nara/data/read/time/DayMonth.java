package dev.nara.data.read.time;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.RowConsumer;
import dev.nara.data.read.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Determines which of two numbers before a year is the day: the one that exceeds 12 in any row. If neither does, or years have two digits,
 * the user has to specify it.
 */
final class DayMonth {
    private static final Pattern SHAPE =
            Pattern.compile("[^0-9]*(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{4}|\\d{2})(?!\\d).*");
    private static final int MONTHS = 12;

    private DayMonth() {}

    /** Whether a text begins with two numbers that may be day and month, and a year. */
    static boolean has(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * The forms of a column of such dates, determined from all rows.
     *
     * @throws DataException for the first row, if the order is ambiguous
     */
    static List<TimeForm> forms(Table rows, int column) throws DataException {
        Looking looking = new Looking(column);
        rows.forEach(Progress.NONE, RowConsumer.passing(looking::at));
        Optional<Boolean> dayFirst = looking.dayFirst();
        if (dayFirst.isEmpty()) {
            rows.forEach(Progress.NONE, RowConsumer.passing(row -> {
                throw row.wrong(column, "data.cell.ambiguous");
            }));
        }
        return DateForms.numbered(dayFirst.orElse(false));
    }

    private static final class Looking {
        private final int column;
        private boolean firstIsDay;
        private boolean secondIsDay;
        private boolean shortYear;

        Looking(int column) {
            this.column = column;
        }

        void at(DataRow row) {
            Matcher matcher = SHAPE.matcher(row.text(column).strip());
            if (matcher.matches()) {
                firstIsDay |= Integer.parseInt(matcher.group(1)) > MONTHS;
                secondIsDay |= Integer.parseInt(matcher.group(2)) > MONTHS;
                shortYear |= matcher.group(3).length() == 2;
            }
        }

        /** Whether the day is first; empty if that is ambiguous. */
        Optional<Boolean> dayFirst() {
            return shortYear || firstIsDay == secondIsDay ? Optional.empty() : Optional.of(firstIsDay);
        }
    }
}
