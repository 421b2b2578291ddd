package dev.nara.data.read.sheets;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Progress;
import dev.nara.data.WrittenPath;
import dev.nara.data.read.roles.KnownNames;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.RowsTable;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as a table that starts with the widest of the first rows; if this row has only texts, it is the header. Rows above it, such as a
 * title, and empty rows are skipped.
 */
final class SheetTable extends RowsTable {
    private static final int LOOKED_AT = 50;

    private final Workbook workbook;
    private final Workbook.Sheet sheet;
    private final long first;
    private final int width;
    private final boolean asked;
    private final List<String> above;

    private SheetTable(
            Path file,
            Workbook workbook,
            Workbook.Sheet sheet,
            List<String> columns,
            Row top,
            boolean named,
            List<Row> above) {
        super(place(file, workbook, sheet), columns, named);
        this.above = above.stream().map(Row::shown).toList();
        this.asked = path().equals(file);
        this.workbook = workbook;
        this.sheet = sheet;
        this.first = named ? top.number() + 1 : top.number();
        this.width = columns.size();
    }

    /** A row of the sheet. */
    private record Row(long number, List<String> cells, boolean texts) {
        /** The non-empty cells, for messages. */
        private String shown() {
            return DataRow.shortened(
                    cells.stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(", ")));
        }
    }

    /**
     * The table in a sheet.
     *
     * @param header whether the first row is a header, null to detect it
     */
    static SheetTable of(Path file, Workbook workbook, Workbook.Sheet sheet, @Nullable Boolean header)
            throws DataException {
        List<Row> head = new ArrayList<>();
        try (SheetCells cells = new SheetCells(workbook, sheet)) {
            for (List<String> row = cells.next(); row != null && head.size() < LOOKED_AT; row = cells.next()) {
                if (!row.isEmpty()) {
                    head.add(new Row(cells.row(), row, cells.texts()));
                }
            }
        }
        int width = head.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        Row top = head.stream()
                .filter(row -> row.cells().size() == width)
                .findFirst()
                .orElse(new Row(1, List.of(), false));
        boolean named = header == null ? names(top, head) : header;
        List<String> columns = named ? ColumnNames.unique(top.cells()) : ColumnNames.numbers(width);
        List<Row> above =
                head.stream().filter(row -> row.number() < top.number()).toList();
        return new SheetTable(file, workbook, sheet, columns, top, named, above);
    }

    /** Whether the row has only texts, and is above numbers or contains a common column name. */
    private static boolean names(Row top, List<Row> head) {
        return top.texts()
                && !top.cells().isEmpty()
                && (top.cells().stream().anyMatch(KnownNames::has)
                        || head.stream().anyMatch(row -> row.number() > top.number() && !row.texts()));
    }

    private static Path place(Path file, Workbook workbook, Workbook.Sheet sheet) {
        boolean named = workbook.sheets().size() == 1
                || String.valueOf(file.getFileName()).equals(sheet.name());
        return named ? file : below(file, sheet).orElse(file);
    }

    /** The path of a sheet, as if the workbook were a folder; empty if its name cannot be a file name. */
    static Optional<Path> below(Path workbook, Workbook.Sheet sheet) {
        String name = sheet.name();
        return name.matches("\\.{0,2}|(?s).*[/\\\\].*")
                ? Optional.empty()
                : WrittenPath.of(name).filter(path -> !path.isAbsolute()).map(workbook::resolve);
    }

    @Override
    public List<Finding> findings() {
        List<String> others = workbook.sheets().stream()
                .filter(other -> !asked && !other.name().equals(sheet.name()))
                .map(Workbook.Sheet::name)
                .toList();
        List<Finding> findings = new ArrayList<>();
        add(findings, "sheets-not-read", others);
        add(findings, "lines-above-table", above);
        return findings;
    }

    private static void add(List<Finding> findings, String id, List<String> all) {
        if (!all.isEmpty()) {
            findings.add(new Finding(id, all.size(), all.subList(0, Math.min(Finding.EXAMPLES, all.size()))));
        }
    }

    private DataException tooLong(SheetCells cells) {
        return new DataException(
                path(), cells.row(), Text.of("data.row.long", cells.width(), width), Text.of("data.xlsx.long.remedy"));
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        try (SheetCells cells = new SheetCells(workbook, sheet)) {
            String[] row = new String[width];
            for (List<String> next = cells.next(); next != null; next = cells.next()) {
                if (cells.row() < first || cells.width() == 0) {
                    continue;
                }
                if (cells.width() > width) {
                    taking.broken(tooLong(cells), String.join(", ", next));
                    continue;
                }
                for (int c = 0; c < width; c++) {
                    row[c] = c < next.size() ? next.get(c) : "";
                }
                if (!taking.row(cells.row(), row.clone())) {
                    return;
                }
            }
        }
    }
}
