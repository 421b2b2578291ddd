package dev.nara.spark;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a whole log that are needed before its rows can be numbered: its items, words and times. Accumulates the facts of parts.
 */
final class LogFacts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WHOLE = "0|-?[1-9]\\d{0,17}";

    private final TreeSet<String> items = new TreeSet<>();
    private final ArrayList<TreeSet<String>> words = new ArrayList<>();
    private final HashSet<LogCalendar.Kind> kinds = new HashSet<>();
    private final HashSet<String> zones = new HashSet<>();
    private long rows;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean microseconds = true;
    private boolean wholeUsers = true;

    LogFacts(int wordColumns) {
        for (int w = 0; w < wordColumns; w++) {
            words.add(new TreeSet<>());
        }
    }

    LogFacts add(Dataset block) {
        Interactions log = block.interactions();
        for (int i = 0; i < block.items().size(); i++) {
            items.add(block.items().id(i));
        }
        for (int u = 0; wholeUsers && u < block.users().size(); u++) {
            wholeUsers = block.users().id(u).matches(WHOLE);
        }
        int w = 0;
        for (String column : log.wordColumns()) {
            words.get(w++).addAll(log.words(column));
        }
        for (int r = 0; r < log.size(); r++) {
            microseconds &= log.time(r) % 1000 == 0;
        }
        kinds.add(block.calendar().kind());
        zones.add(String.valueOf(block.calendar().zone()));
        rows += log.size();
        first = Math.min(first, log.firstTime());
        last = Math.max(last, log.lastTime());
        return this;
    }

    LogFacts merge(LogFacts others) {
        items.addAll(others.items);
        for (int w = 0; w < words.size(); w++) {
            words.get(w).addAll(others.words.get(w));
        }
        kinds.addAll(others.kinds);
        zones.addAll(others.zones);
        rows += others.rows;
        first = Math.min(first, others.first);
        last = Math.max(last, others.last);
        microseconds &= others.microseconds;
        wholeUsers &= others.wholeUsers;
        return this;
    }

    long rows() {
        return rows;
    }

    /** Whether every user's id is a whole number. */
    boolean wholeUsers() {
        return wholeUsers;
    }

    /** Whether every item's id is a whole number. */
    boolean wholeItems() {
        return items.stream().allMatch(item -> item.matches(WHOLE));
    }

    /** Whether no time is more precise than microseconds. */
    boolean microseconds() {
        return microseconds;
    }

    Catalogue catalogue() {
        return Catalogue.of(items.toArray(String[]::new));
    }

    /** The words of each column of words, in alphabetical order. */
    List<List<String>> words() {
        return words.stream().map(known -> List.copyOf(known)).toList();
    }

    /** The meaning of the log's times; blocks whose times are all the same do not count. */
    LogCalendar calendar() throws Refused {
        Set<LogCalendar.Kind> known = EnumSet.noneOf(LogCalendar.Kind.class);
        known.addAll(kinds);
        if (known.contains(LogCalendar.Kind.LINES)) {
            return LogCalendar.LINES;
        }
        if (rows > 1 && first == last) {
            return new LogCalendar(LogCalendar.Kind.ONE_INSTANT, zone(), "");
        }
        known.remove(LogCalendar.Kind.ONE_INSTANT);
        if (known.isEmpty()) {
            throw new Refused("refused.times");
        }
        return new LogCalendar(kind(known), zone(), "");
    }

    private static LogCalendar.Kind kind(Set<LogCalendar.Kind> known) {
        if (known.equals(Set.of(LogCalendar.Kind.NUMBERS))) {
            return LogCalendar.Kind.NUMBERS;
        }
        boolean instants = known.contains(LogCalendar.Kind.INSTANTS) || known.contains(LogCalendar.Kind.NUMBERS);
        return instants
                ? LogCalendar.Kind.INSTANTS
                : known.contains(LogCalendar.Kind.MINUTES) ? LogCalendar.Kind.MINUTES : LogCalendar.Kind.LOCAL;
    }

    /** The zone of all blocks; UTC if they differ. */
    private @Nullable ZoneId zone() {
        String only = zones.size() == 1 ? zones.iterator().next() : "Z";
        return only.equals("null") ? null : ZoneId.of(only);
    }
}
