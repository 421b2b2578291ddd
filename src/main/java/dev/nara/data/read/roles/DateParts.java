package dev.nara.data.read.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the columns that form a time together: year, month and day, and hour, minute and second if present. */
final class DateParts {
    /** A part of a time, with the end of its name and the range of its numbers. */
    private enum Part {
        YEAR("years?|yr|yyyy|년도?|연도|jahr|année|annee|año|ano|anno|год|年", 1900, 2100),
        MONTH("months?|mon|mm|월|monat|mois|mes|mese|mês|месяц|月", 1, 12),
        DAY("days?|dd|day_?of_?month|일|tag|jour|día|dia|giorno|день|日", 1, 31),
        HOUR("hours?|hr|hh|시|stunde|heure|hora|час|時|时", 0, 23),
        MINUTE("minutes?|min|분|minute|minuto|минута|分", 0, 59),
        SECOND("seconds?|secs?|초|sekunde|seconde|segundo|секунда|秒", 0, 60);

        private final Pattern end;
        private final int least;
        private final int most;

        Part(String ends, int least, int most) {
            this.end = Pattern.compile("(.*?)[_ .-]?(" + ends + ")");
            this.least = least;
            this.most = most;
        }

        /** Whether a column is this part; {@code before} is the beginning of its name. */
        boolean is(String name, String before, ColumnFacts facts) {
            Matcher matcher = end.matcher(name);
            return matcher.matches() && matcher.group(1).equals(before) && facts.between(least, most);
        }
    }

    private final List<String> names;
    private final List<ColumnFacts> facts;

    private DateParts(List<String> names, List<ColumnFacts> facts) {
        this.names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.facts = facts;
    }

    /** The indices of the columns, year first; empty if fewer than three have names with the same beginning. */
    static List<Integer> places(List<String> names, List<ColumnFacts> facts) {
        DateParts parts = new DateParts(names, facts);
        return parts.names.stream()
                .map(Part.YEAR.end::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(before -> !TimeGuess.isOtherwise(before + "_date"))
                .map(parts::places)
                .filter(found -> found.size() > 2)
                .findFirst()
                .orElse(List.of());
    }

    private List<Integer> places(String before) {
        List<Integer> found = new ArrayList<>();
        for (Part part : Part.values()) {
            int place = IntStream.range(0, names.size())
                    .filter(c -> part.is(names.get(c), before, facts.get(c)))
                    .findFirst()
                    .orElse(-1);
            if (place < 0) {
                return found;
            }
            found.add(place);
        }
        return found;
    }
}
