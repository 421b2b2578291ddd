package dev.nara.data.read.time;

import dev.nara.data.DataException;
import dev.nara.data.LogTime;
import dev.nara.text.Text;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the form of a column: the specified one, otherwise one that reads its first cells. */
final class TimeForms {
    private TimeForms() {}

    /** The form with this name, a unit or {@code excel}, otherwise with this pattern. */
    static TimeForm named(String format) throws DataException {
        return switch (format) {
            case "s" -> new NumberForm(LogTime.SECOND);
            case "ms" -> new NumberForm(LogTime.SECOND / 1000);
            case "us" -> new NumberForm(LogTime.SECOND / 1_000_000);
            case "ns" -> new NumberForm(1);
            case "excel" -> ExcelForm.ANY;
            default -> patterned(format);
        };
    }

    /** Uses calendar years, so that 30 February is refused; a year or month alone is its first day. */
    private static TimeForm patterned(String format) throws DataException {
        try {
            String bare = format.replaceAll("'[^']*'", "");
            String pattern = format.contains("G") ? format : format.replace('y', 'u');
            boolean timed = bare.matches(".*[HhKkmsSAnNa].*");
            List<TimeForm> forms = Stream.of(Locale.ENGLISH, Locale.KOREAN)
                    .map(locale -> (TimeForm) new PatternForm(formatter(pattern, bare, locale), timed))
                    .toList();
            return new FirstOf(forms);
        } catch (IllegalArgumentException e) {
            throw new DataException(Text.of("data.time.format", format), Text.of("data.time.format.remedy"));
        }
    }

    private static DateTimeFormatter formatter(String pattern, String bare, Locale locale) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        if (!bare.matches(".*[MLDwWQq].*")) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
        }
        if (!bare.matches(".*[dDwWeEcF].*")) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A form that reads all of these cells, followed by all other unambiguous forms. */
    static TimeForm of(List<String> cells) {
        if (!cells.isEmpty() && cells.stream().allMatch(NumberForm::isNumber)) {
            if (reads(DigitsForm.ANY, cells)) {
                return new FirstOf(joined(List.of(DigitsForm.ANY), DateForms.ALL));
            }
            return ExcelForm.fits(cells)
                    ? ExcelForm.ANY
                    : new FirstOf(joined(List.of(NumberForm.ANY, DigitsForm.ANY), DateForms.ALL));
        }
        List<TimeForm> first = DateForms.ALL.stream()
                .filter(form -> reads(form, cells))
                .limit(1)
                .toList();
        return new FirstOf(joined(first, joined(DateForms.ALL, List.of(DigitsForm.ANY, TimeForms::epoch))));
    }

    /** Reads a number, but not a small one, which cannot be a time among dates. */
    private static boolean epoch(String text, WrittenTime into) {
        return NumberForm.ANY.read(text, into) && into.kind() != WrittenTime.Kind.SMALL_NUMBER;
    }

    private static List<TimeForm> joined(List<TimeForm> some, List<TimeForm> more) {
        List<TimeForm> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    static boolean reads(TimeForm form, List<String> cells) {
        WrittenTime into = new WrittenTime();
        return cells.stream().allMatch(cell -> form.read(cell, into));
    }
}
