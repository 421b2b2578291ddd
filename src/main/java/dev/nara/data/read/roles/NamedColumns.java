package dev.nara.data.read.roles;

import dev.nara.data.read.time.TimeLook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses the roles of named columns: by their names, and by their content if names are no evidence. */
final class NamedColumns {
    /** Ids, years and lists of features are not ratings. */
    private static final Pattern NO_NUMBER =
            Pattern.compile("(?i:(^|[_ .-])(year|연도|년도|ids?|list|features?|vector|embedding)$)|(Id|ID)$");

    /** Who wrote a book, and not who read it. */
    private static final Pattern WRITER = Pattern.compile("(?i)authors?( l-f)?");

    private static final Pattern BOOK = Pattern.compile("(?i)book|isbn|paper|article|도서|책");

    private final List<String> names;
    private final List<ColumnFacts> facts;
    private final int time;
    private final List<Integer> parts;
    private final int clock;

    private NamedColumns(List<String> names, List<ColumnFacts> facts, List<List<String>> rows) {
        this.names = names;
        this.facts = facts;
        int found = TimeGuess.named(names, facts);
        this.parts = found < 0 ? DateParts.places(names, facts) : List.of();
        this.time = parts.isEmpty() ? found : parts.get(0);
        this.clock = TimeGuess.clock(names, facts, time, rows);
    }

    static Places places(List<String> names, List<ColumnFacts> facts, List<List<String>> rows) {
        return new NamedColumns(names, facts, rows).places();
    }

    private Places places() {
        int user = called(ColumnWords::user, -1);
        int item = called(ColumnWords::item, user);
        List<GuessReason> reasons = new ArrayList<>();
        names.forEach(name -> reasons.add(GuessReason.NAME));
        if (user >= 0 && item < 0) {
            item = only(user);
            mark(reasons, item);
        } else if (item >= 0 && user < 0) {
            user = bareId(item);
            user = user < 0 ? only(item) : user;
            mark(reasons, user);
        }
        if (user >= 0
                && item >= 0
                && WRITER.matcher(names.get(user)).matches()
                && BOOK.matcher(names.get(item)).find()) {
            user = -1;
        }
        if (time >= 0 && parts.isEmpty() && !TimeGuess.mentions(names.get(time))) {
            mark(reasons, time);
        }
        return new Places(user, item, time, numbers(user, item, reasons), reasons);
    }

    private static void mark(List<GuessReason> reasons, int place) {
        if (place >= 0) {
            reasons.set(place, GuessReason.CONTENT);
        }
    }

    private boolean isTime(int column) {
        return column == time || parts.contains(column);
    }

    /** The column with the strongest name, preferring those filled in at least half of the rows; -1 if there is none. */
    private int called(ToIntFunction<String> says, int taken) {
        int most = facts.stream().mapToInt(ColumnFacts::filled).max().orElse(0);
        int filled = called(says, taken, (most + 1) / 2);
        return filled < 0 ? called(says, taken, 1) : filled;
    }

    /** The column with the strongest name; of equally strong ones, the first. */
    private int called(ToIntFunction<String> says, int taken, int least) {
        int best = -1;
        int most = ColumnWords.NONE;
        for (int c = 0; c < names.size(); c++) {
            int says1 = says.applyAsInt(names.get(c));
            if (c != taken
                    && !isTime(c)
                    && says1 > most
                    && fits(c)
                    && facts.get(c).filled() >= least) {
                best = c;
                most = says1;
            }
        }
        return best;
    }

    /** Whether a column can have ids: one that is empty, or has times of day or decimal numbers, cannot, whatever its name. */
    private boolean fits(int column) {
        ColumnFacts of = facts.get(column);
        return of.filled() > 0 && of.look() != TimeLook.CLOCK && (!of.numbers() || of.whole() || of.repeats());
    }

    /** A column named only "id" whose values repeat, such as of a user with a list; -1 for none. */
    private int bareId(int item) {
        return IntStream.range(0, names.size())
                .filter(c -> c != item && names.get(c).matches("(?i)_?id"))
                .filter(c -> facts.get(c).ids() && facts.get(c).repeats())
                .findFirst()
                .orElse(-1);
    }

    /** The only other column that can have repeating ids, next to a known one; -1 for none, several, or a constant one. */
    private int only(int known) {
        IntPredicate can = c -> c != known
                && !isTime(c)
                && facts.get(c).ids()
                && facts.get(c).repeats()
                && !ColumnWords.number(names.get(c))
                && !ColumnWords.describes(names.get(c))
                && !(facts.get(c).counts() && ColumnWords.counter(names.get(c)));
        int[] found = IntStream.range(0, names.size()).filter(can).toArray();
        return found.length == 1
                        && facts.get(found[0]).distinct() > 1
                        && facts.get(known).repeats()
                ? found[0]
                : -1;
    }

    /** Whether a name suggests an id, a list, a kind of event, or a year or another time. */
    private static boolean isOther(String name) {
        return NO_NUMBER.matcher(name).find()
                || ColumnWords.event(name)
                || (TimeGuess.mentions(name) && !TimeGuess.isOtherwise(name));
    }

    /** The columns named like numbers; otherwise the only other column with numbers. */
    private List<Integer> numbers(int user, int item, List<GuessReason> reasons) {
        IntPredicate free = c -> c != user
                && c != item
                && !isTime(c)
                && c != clock
                && facts.get(c).numbers();
        List<Integer> called = IntStream.range(0, names.size())
                .filter(free)
                .filter(c -> ColumnWords.number(names.get(c)))
                .boxed()
                .toList();
        if (!called.isEmpty()) {
            return called;
        }
        List<Integer> others = IntStream.range(0, names.size())
                .filter(c -> c != user && c != item && !isTime(c) && c != clock)
                .filter(c -> facts.get(c).filled() > 0)
                .filter(c -> !(facts.get(c).counts() && ColumnWords.counter(names.get(c))))
                .boxed()
                .toList();
        boolean one = others.size() == 1
                && free.test(others.get(0))
                && !isOther(names.get(others.get(0)))
                && user >= 0
                && item >= 0;
        if (one) {
            mark(reasons, others.get(0));
        }
        return one ? others : List.of();
    }
}
