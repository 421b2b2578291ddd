package dev.nara.split;

import dev.nara.text.Spelling;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What may follow the colon of a split or of a candidate rule: its form, and the normal spelling of equivalent ones. */
public final class Argument {
    /** No argument allowed. */
    public static final Argument NONE =
            new Argument("", written -> Optional.of(written).filter(String::isEmpty));

    private static final int LARGEST_COUNT = 999_999;

    private final String form;
    private final Function<String, Optional<String>> normal;

    private Argument(String form, Function<String, Optional<String>> normal) {
        this.form = form;
        this.normal = normal;
    }

    /**
     * A custom kind of argument.
     *
     * @param form how it is written, with its colon; in brackets if optional
     * @param normal returns the normal spelling of an argument; empty if it is invalid
     */
    public static Argument of(String form, Function<String, Optional<String>> normal) {
        return new Argument(form, normal);
    }

    /** A whole number of at least 1. */
    public static Argument count(String letter) {
        return of(":" + letter, written -> Spelling.whole(written, 1, LARGEST_COUNT));
    }

    /** One of these words, or nothing. */
    public static Argument words(List<String> words) {
        return of(
                words.stream()
                        .map(word -> ":" + word)
                        .reduce((a, b) -> a + "|" + b)
                        .map(all -> "[" + all + "]")
                        .orElse(""),
                written -> Optional.of(written.toLowerCase(Locale.ROOT)).filter(w -> w.isEmpty() || words.contains(w)));
    }

    /** A share strictly between 0 and 1; 0.8 when it is left out. */
    static Argument share() {
        return of(
                "[:R]",
                written -> Spelling.number(written.isEmpty() ? "0.8" : written, Double.MIN_VALUE, Math.nextDown(1.0)));
    }

    /** A day, or nothing. */
    static Argument day() {
        return of("[:DATE]", written -> {
            try {
                return Optional.of(
                        written.isEmpty() ? "" : LocalDate.parse(written).toString());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /** How it is written, with its colon; in brackets if optional; "" if there is no argument. */
    public String form() {
        return form;
    }

    /** The normal spelling of an argument; empty if it is invalid. */
    public Optional<String> normal(String written) {
        return normal.apply(written.strip());
    }
}
