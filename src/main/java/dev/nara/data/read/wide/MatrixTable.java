package dev.nara.data.read.wide;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.LineReader;
import dev.nara.data.read.table.RowsTable;
import dev.nara.text.Text;
import java.util.List;

/**
 * A matrix as rows of user, item and value. Missing values are empty cells and words, 99 if it is beyond all other values, and zeros unless
 * any value is negative. Refuses lines of another width.
 */
final class MatrixTable extends RowsTable {
    private final DataFile file;
    private final MatrixLook look;

    MatrixTable(DataFile file, MatrixLook look) {
        super(file.shown(), List.of("user", "item", "value"), true);
        this.file = file;
        this.look = look;
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        boolean negative = negative();
        int before = look.first() == MatrixLook.First.ITEM ? 0 : 1;
        try (LineReader lines = new LineReader(file, progress)) {
            long user = 0;
            boolean header = look.header();
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank() || header) {
                    header &= line.isBlank();
                    continue;
                }
                user++;
                List<String> cells = MatrixLook.cells(line, look.delimiter());
                if (cells.size() != width()) {
                    taking.broken(width(cells.size(), lines.number()), line);
                    continue;
                }
                String id = look.first().named() ? cells.get(0).strip() : Long.toString(user);
                for (int c = before; c < cells.size(); c++) {
                    double value = MatrixLook.number(cells.get(c));
                    boolean nothing =
                            Double.isNaN(value) || (value == 0 && !negative) || (value == 99 && look.largest() < value);
                    String other = look.items().get(c - before);
                    boolean turned = look.first() == MatrixLook.First.ITEM_ID;
                    if (!nothing
                            && !taking.row(
                                    lines.number(),
                                    turned ? other : id,
                                    turned ? id : other,
                                    cells.get(c).strip())) {
                        return;
                    }
                }
            }
        }
    }

    private int width() {
        return look.items().size() + (look.first() == MatrixLook.First.ITEM ? 0 : 1);
    }

    private DataException width(int found, long number) {
        String key = found < width() ? "data.row.short" : "data.row.long";
        return new DataException(file.shown(), number, Text.of(key, found, width()), Text.of(key + ".remedy"));
    }

    private boolean negative() throws DataException {
        try (LineReader lines = new LineReader(file, Progress.NONE)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                boolean below = line.indexOf('-') >= 0
                        && MatrixLook.cells(line, look.delimiter()).stream()
                                .skip(1)
                                .anyMatch(cell -> MatrixLook.number(cell) < 0);
                if (below) {
                    return true;
                }
            }
        }
        return false;
    }
}
