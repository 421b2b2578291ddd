package dev.nara.cli;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a made-up log in any shape. All are of different items of their user, 150 minutes after one another or ten hours,
 * from 2020-09-14 18:09:05 on.
 *
 * @param rows how many
 * @param each how many a user has
 * @param items how many there are
 * @param step from the item of a row to that of the next
 * @param shift the same from user to user
 * @param minutes between two
 */
record LogRows(int rows, int each, int items, int step, int shift, int minutes) {
    /** 3 users, 5 items and 12 rows. */
    static final LogRows SMALL = new LogRows(12, 4, 5, 3, 0, 150);

    /** 12 users, 9 items and 60 rows until 2020-10-09. */
    static final LogRows LARGER = new LogRows(60, 5, 9, 4, 1, 600);

    private static final LocalDateTime FIRST = LocalDateTime.of(2020, 9, 14, 18, 9, 5);

    /**
     * All of them.
     *
     * @param row with %1 user, %2 item, %3 number, %4 seconds since 1970, %5 its place, %6 and %7 a kind
     *     of fewer items; what stands between @ is a form of its time
     */
    String rows(String row, String between) {
        return IntStream.range(0, rows).mapToObj(n -> row(row, n)).collect(Collectors.joining(between, "", "\n"));
    }

    /** That of a place. */
    String row(String row, int n) {
        LocalDateTime time = FIRST.plusMinutes((long) minutes * n);
        String[] parts = row.split("@", -1);
        for (int p = 1; p < parts.length; p += 2) {
            parts[p] = DateTimeFormatter.ofPattern(parts[p], Locale.ENGLISH).format(time);
        }
        int item = (step * n + shift * (n / each)) % items;
        return String.format(
                Locale.ROOT,
                String.join("", parts),
                n / each,
                item,
                1 + n % 5,
                time.toEpochSecond(ZoneOffset.UTC),
                n,
                item / 4,
                item / 2);
    }
}
