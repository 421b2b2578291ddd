package dev.nara.data.read.roles;

import dev.nara.data.read.time.TimeLook;
import java.util.HashSet;
import java.util.List;

/**
 * Facts about the first cells of a column.
 *
 * @param filled the number of non-empty cells
 * @param distinct the number of distinct values among them
 * @param numbers whether nearly all are numbers, in any notation
 * @param whole whether all numbers are whole and consist only of digits
 * @param least the smallest, of whole numbers
 * @param most the greatest of them
 * @param counts whether they are whole numbers that increase by one from row to row
 * @param prose whether they are texts of several words
 * @param look what they look like as times
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

    /** The facts about these cells. */
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

    /** Whether a text is a number in any common notation. */
    public static boolean isNumber(String cell) {
        return WrittenNumbers.isNumber(cell);
    }

    /** Whether all are whole numbers with exponents, as written by MATLAB. */
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

    /** Whether it can have ids: it is not empty, and has neither decimal numbers nor prose. */
    boolean ids() {
        return filled > 0 && (!numbers || whole) && !prose;
    }

    /** Whether it has a few words, such as kinds of event. */
    boolean fewWords() {
        return distinct > 0 && distinct <= FEW && !numbers && !time();
    }

    /** Whether it has a few words, or a few small whole numbers that represent some. */
    boolean fewKinds() {
        return fewWords() || (whole && distinct > 1 && distinct <= FEW_NUMBERS && most < FEW);
    }

    /** Whether values repeat, as those of users and items do. */
    boolean repeats() {
        return distinct < filled;
    }

    /** Whether all values are whole numbers in a range, both bounds included. */
    boolean between(double from, double to) {
        return whole && least >= from && most <= to;
    }

    /** Whether it is a date or a number of the size of a time. */
    boolean time() {
        return look == TimeLook.DATES || look == TimeLook.EPOCH;
    }
}
