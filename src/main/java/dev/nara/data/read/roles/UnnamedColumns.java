package dev.nara.data.read.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the columns of a table without names hold. Public files have the user first, then the item, a number and the time; a time
 * may stand second, and ids of Amazon's products and reviewers are known by their look.
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
        List<Integer> number = item < 0 ? List.of() : number(Math.max(user, item) + 1, ids);
        return new Places(user, item, time, number, reasons, ids.others(item, number));
    }

    /** Large numbers of which none comes again are times rather than ids. */
    private boolean ids(int column) {
        ColumnFacts of = facts.get(column);
        return of.ids() && !(of.filled() > FEW_ROWS && of.time() && !of.repeats());
    }

    /** Many columns, or numbers alone of which none is a time: a matrix or sequences rather than rows of a log. */
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
     * The first number behind the ids, rather one that is not the same whenever the item is; a large whole one may be another id where
     * there are more columns.
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
        return (own.isEmpty() ? can : own).stream().limit(1).toList();
    }

    private boolean all(int column, String pattern) {
        return rows.stream()
                .allMatch(row -> column < row.size() && row.get(column).strip().matches(pattern));
    }
}
