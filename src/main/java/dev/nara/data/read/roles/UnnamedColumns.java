package dev.nara.data.read.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Guesses the roles of the columns of a table without names. Public files have the user first, followed by the item, a number and the
 * time; the time may also be second, and ids of products and reviewers of Amazon are recognised.
 */
final class UnnamedColumns {
    private static final int MOST_COLUMNS = 12;
    private static final int MOST_NUMBERS = 4;
    private static final int COUNTED_ROWS = 5;
    private static final int FEW_ROWS = 5;
    private static final double LARGE = 1000;
    private static final String PRODUCT = "B[0-9A-Z]{9}|\\d{9}[0-9X]";
    private static final String REVIEWER = "A[0-9A-Z]{9,20}";

    private final List<ColumnFacts> facts;
    private final List<List<String>> rows;
    private final int first;
    private final int time;

    private UnnamedColumns(List<ColumnFacts> facts, List<List<String>> rows) {
        this.facts = facts;
        this.rows = rows;
        this.first = facts.size() > 2 && facts.get(0).counts() && facts.get(0).filled() >= COUNTED_ROWS ? 1 : 0;
        this.time = TimeGuess.unnamed(facts);
    }

    static Places places(List<ColumnFacts> facts, List<List<String>> rows) {
        return new UnnamedColumns(facts, rows).places();
    }

    private Places places() {
        List<GuessReason> reasons = new ArrayList<>();
        facts.forEach(fact -> reasons.add(GuessReason.PLACE));
        if (time >= 0) {
            reasons.set(time, GuessReason.CONTENT);
        }
        int user = matrix() ? -1 : next(first, this::ids);
        OtherIds ids = new OtherIds(facts, rows, user);
        int item = user < 0 ? -1 : ids.item(all(user + 1).filter(this::ids).toList());
        if (item >= 0 && all(user, PRODUCT) && all(item, REVIEWER)) {
            int product = user;
            user = item;
            item = product;
            ids = ids.swapped();
            reasons.set(user, GuessReason.CONTENT);
            reasons.set(item, GuessReason.CONTENT);
        }
        if (user >= 0 && !facts.get(user).numbers() && ids.ofItem(user)) {
            user = -1;
        }
        List<Integer> number = user < 0 || item < 0 ? List.of() : number(Math.max(user, item) + 1, ids);
        return new Places(user, item, time, number, reasons, ids.others(item, number));
    }

    /** Whether a column can have ids; large numbers without repetitions are times instead. */
    private boolean ids(int column) {
        ColumnFacts of = facts.get(column);
        return of.ids() && !(of.filled() > FEW_ROWS && of.time() && !of.repeats());
    }

    /** Whether the table is a matrix or has sequences, as it has many columns, or only numbers without times. */
    private boolean matrix() {
        boolean numbers = time < 0 && facts.stream().allMatch(ColumnFacts::numbers);
        return facts.size() > MOST_COLUMNS || (numbers && (facts.size() > MOST_NUMBERS || first > 0));
    }

    private int next(int from, Predicate<Integer> can) {
        return all(from).filter(can).findFirst().orElse(-1);
    }

    private Stream<Integer> all(int from) {
        return IntStream.range(from, facts.size()).filter(c -> c != time).boxed();
    }

    /**
     * The first column of numbers after the ids, preferably one that is not determined by the item; a large whole number may be another id
     * if there are more columns.
     */
    private List<Integer> number(int from, OtherIds ids) {
        boolean alone = all(from).count() == 1;
        List<Integer> can = all(from)
                .filter(c -> facts.get(c).numbers()
                        && facts.get(c).distinct() > 1
                        && (alone
                                || (facts.get(c).most() <= LARGE
                                        && !facts.get(c).counts())))
                .toList();
        List<Integer> own = can.stream().filter(c -> !ids.ofItem(c)).toList();
        // Between the items and the kinds of event stands the category of the item.
        boolean events = all(from).anyMatch(c -> KnownEvents.are(column(c)));
        return (own.isEmpty() && !events ? can : own).stream().limit(1).toList();
    }

    private List<String> column(int column) {
        return rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }

    private boolean all(int column, String pattern) {
        return rows.stream()
                .allMatch(row -> column < row.size() && row.get(column).strip().matches(pattern));
    }
}
