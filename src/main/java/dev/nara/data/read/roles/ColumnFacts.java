package dev.nara.data.read.roles;

import dev.nara.data.read.time.TimeLook;
import java.util.HashSet;
import java.util.List;

/**
 * What the first cells of a column are.
 *
 * @param filled how many are not empty
 * @param distinct how many of these differ
 * @param numbers whether all but a few are numbers, in whatever way they are written
 * @param whole whether all numbers are whole and of digits alone
 * @param least the smallest, of whole numbers
 * @param most the greatest of them
 * @param counts whether they are whole numbers that grow by one from row to row
 * @param prose whether they are texts of several words
 * @param look what they are as times
 * @param day whether they are dates without a time of day, if they are times
 */
public record ColumnFacts(
        int filled,
        int distinct,
        boolean numbers,
        boolean whole,
        double least,
        double most,
        boolean counts,
        boolean prose,
        TimeLook look,
        boolean day) {
    private static final int LOOKED_AT = 100;
    private static final int WORDS = 4;
    private static final double MOST = .95;
    private static final int FEW = 30;
    private static final int FEW_NUMBERS = 10;

    /** Of the cells of a column. */
    static ColumnFacts of(List<String> all) {
        List<String> cells =
                all.stream().map(String::strip).filter(c -> !EmptyWords.has(c)).toList();
        List<String> read = cells.stream().filter(ColumnFacts::isNumber).toList();
        boolean numbers = !read.isEmpty() && read.size() >= MOST * cells.size();
        boolean whole =
                numbers && (read.stream().allMatch(c -> c.matches("-?\\d{1,18}")) || areWholeWithExponents(read));
        return new ColumnFacts(
                cells.size(),
                new HashSet<>(cells).size(),
                numbers,
                whole,
                whole ? read.stream().mapToDouble(Double::parseDouble).min().orElse(0) : 0,
                whole ? read.stream().mapToDouble(Double::parseDouble).max().orElse(0) : 0,
                whole && read.size() == cells.size() && read.get(0).indexOf('.') < 0 && counts(cells),
                cells.stream().mapToInt(c -> c.split("\\s+").length).sum() > WORDS * cells.size(),
                TimeLook.of(cells.subList(0, Math.min(LOOKED_AT, cells.size()))),
                TimeLook.days(cells));
    }

    /** Whether a text is a number in any of the ways that people write one. */
    public static boolean isNumber(String cell) {
        return WrittenNumbers.isNumber(cell);
    }

    /** As MATLAB writes all numbers. */
    private static boolean areWholeWithExponents(List<String> cells) {
        return cells.stream()
                .allMatch(c -> c.matches("-?\\d\\.\\d+[eE][-+]?\\d{1,3}")
                        && Double.parseDouble(c) == Math.rint(Double.parseDouble(c)));
    }

    private static boolean counts(List<String> cells) {
        for (int n = 1; n < cells.size(); n++) {
            if (Long.parseLong(cells.get(n)) != Long.parseLong(cells.get(n - 1)) + 1) {
                return false;
            }
        }
        return cells.size() > 2;
    }

    /** Whether it can hold ids: something is there, and it is neither a decimal number nor prose. */
    boolean ids() {
        return filled > 0 && (!numbers || whole) && !prose;
    }

    /** Whether it holds a few words, such as kinds of event. */
    boolean fewWords() {
        return distinct > 0 && distinct <= FEW && !numbers && !time();
    }

    /** Whether it holds a few words, or a few small whole numbers that stand for some. */
    boolean fewKinds() {
        return fewWords() || (whole && distinct > 1 && distinct <= FEW_NUMBERS && most < FEW);
    }

    /** Whether values come again, as users and items do. */
    boolean repeats() {
        return distinct < filled;
    }

    /** Whether it holds whole numbers from one to another, both included, and nothing else. */
    boolean between(double from, double to) {
        return whole && least >= from && most <= to;
    }

    /** Whether it is a date or a number of the size of a time. */
    boolean time() {
        return look == TimeLook.DATES || look == TimeLook.EPOCH;
    }
}
