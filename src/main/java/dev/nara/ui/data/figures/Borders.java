package dev.nara.ui.data.figures;

import dev.nara.spec.SplitParts;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days at which a split by time is cut.
 *
 * @param validation the first day of the validation part; null if there is none
 * @param test the first day of the test part
 */
public record Borders(@Nullable LocalDate validation, LocalDate test) {
    /** The borders of the parts; empty if they are not cut by days. */
    public static Optional<Borders> of(SplitParts parts) {
        return parts.test().days().map(days -> new Borders(validation(parts), days.first()));
    }

    private static @Nullable LocalDate validation(SplitParts parts) {
        return parts.validation()
                .flatMap(SplitParts.Held::days)
                .map(SplitParts.Days::first)
                .orElse(null);
    }

    /** A copy with one border moved to a day, kept in order between the first and last day of the log. */
    Borders moved(boolean ofTest, LocalDate to, LocalDate first, LocalDate last) {
        LocalDate earliest = first.plusDays(1);
        if (ofTest) {
            LocalDate low = validation == null ? earliest : validation.plusDays(1);
            return new Borders(validation, clamp(to, low, last));
        }
        return new Borders(clamp(to, earliest, test.minusDays(1)), test);
    }

    private static LocalDate clamp(LocalDate day, LocalDate low, LocalDate high) {
        LocalDate least = day.isBefore(low) ? low : day;
        return least.isAfter(high) ? high : least;
    }
}
