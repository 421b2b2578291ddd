package dev.nara.data.read.roles;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.RowConsumer;
import dev.nara.data.read.table.Table;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers as written by people and spreadsheets: with a decimal comma, thousands separators, a percent sign (85 % is read as
 * 85), a currency sign or an exponent. The decimal separator is determined from all cells; commas that are all followed by three digits
 * are thousands separators.
 */
final class WrittenNumbers {
    private static final int SAMPLE = 1000;
    private static final String MONEY = "$€£¥₩₹원円元";
    private static final String END = "([eE][-+]?\\d+)?\\s?[%" + MONEY + "]?";
    private static final String APART = " '’\\u00A0\\u202F\\u2009";
    private static final Pattern PLAIN = Pattern.compile("[-+]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][-+]?\\d++)?");
    private static final Pattern POINT = pattern("\\.", ",");
    private static final Pattern COMMA = pattern(",", ".");

    private final Table table;
    private final int column;
    private @Nullable Pattern form;
    private boolean decided;

    private WrittenNumbers(Table table, int column, boolean plain) throws DataException {
        this.table = table;
        this.column = column;
        if (!plain) {
            decide();
        }
    }

    private static Pattern pattern(String decimal, String apart) {
        String whole = "(\\d+|[1-9]\\d{0,2}(?<apart>[" + apart + APART + "])\\d{3}(\\k<apart>\\d{3})*)";
        String sign = "[-+\u2212]";
        String before = "(" + sign + "?[" + MONEY + "]?\\s?|[" + MONEY + "]\\s?" + sign + ")";
        return Pattern.compile(before + "(" + whole + "(" + decimal + "\\d*)?|" + decimal + "\\d+)" + END);
    }

    /** For the column with this index; examines the first rows, or all rows if these are not sufficient. */
    static WrittenNumbers of(Table table, int column) throws DataException {
        List<String> cells = table.cells(column, SAMPLE);
        return new WrittenNumbers(table, column, cells.stream().allMatch(cell -> PLAIN.matcher(cell)
                .matches()));
    }

    /** Whether a cell is a number in any of these notations. */
    static boolean isNumber(String cell) {
        String text = cell.strip();
        return POINT.matcher(text).matches() || COMMA.matcher(text).matches();
    }

    /** The number of a row, NaN if the cell is empty or has a word for a missing value, such as NULL. */
    double read(DataRow row) throws DataException {
        Pattern now = form;
        if (now == null) {
            try {
                return row.number(column);
            } catch (DataException e) {
                if (EmptyWords.has(row.text(column).strip())) {
                    return Double.NaN;
                }
                if (decided) {
                    throw e;
                }
                decide();
                return read(row);
            }
        }
        String text = row.text(column).strip();
        if (EmptyWords.has(text)) {
            return Double.NaN;
        }
        double number = now.matcher(text).matches() ? Double.parseDouble(bare(text, now == COMMA)) : Double.NaN;
        if (Float.isFinite((float) number)) {
            return number;
        }
        throw row.wrong(column, "data.cell.number");
    }

    private static String bare(String text, boolean comma) {
        String digits = text.replaceAll("[%\\s" + MONEY + APART + "]", "").replace('\u2212', '-');
        return comma ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
    }

    /** Chooses the notation that fits more cells, with a decimal point if both fit equally many. */
    private void decide() throws DataException {
        decided = true;
        int[] reads = new int[2];
        table.orNoRows().forEach(Progress.NONE, RowConsumer.passing(row -> {
            String text = row.text(column).strip();
            reads[0] += POINT.matcher(text).matches() ? 1 : 0;
            reads[1] += COMMA.matcher(text).matches() ? 1 : 0;
        }));
        form = reads[0] + reads[1] == 0 ? null : reads[0] >= reads[1] ? POINT : COMMA;
    }
}
