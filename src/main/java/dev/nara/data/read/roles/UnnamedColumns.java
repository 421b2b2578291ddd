package dev.nara.data.read.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        int item = user < 0 ? -1 : next(user + 1, this::ids);
        if (item >= 0 && all(user, PRODUCT) && all(item, REVIEWER)) {
            int product = user;
            user = item;
            item = product;
            reasons.set(user, GuessReason.CONTENT);
            reasons.set(item, GuessReason.CONTENT);
        }
        return new Places(user, item, time, item < 0 ? List.of() : number(Math.max(user, item) + 1), reasons);
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

    private int next(int from, IntPredicate can) {
        return IntStream.range(from, facts.size())
                .filter(c -> c != time)
                .filter(can)
                .findFirst()
                .orElse(-1);
    }

    /** The first number behind the ids; a large whole one may be another id where there are more columns. */
    private List<Integer> number(int from) {
        boolean alone =
                IntStream.range(from, facts.size()).filter(c -> c != time).count() == 1;
        int found = next(
                from,
                c -> facts.get(c).numbers()
                        && facts.get(c).distinct() > 1
                        && (alone || facts.get(c).most() <= LARGE));
        return found < 0 ? List.of() : List.of(found);
    }

    private boolean all(int column, String pattern) {
        return rows.stream()
                .allMatch(row -> column < row.size() && row.get(column).strip().matches(pattern));
    }
}
