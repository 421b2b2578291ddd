package dev.nara.data.read.blocks;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.LineReader;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.table.RowsTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks of lines {@code name: value} as rows, with one column per name. A block ends before its first name occurs again, or at a blank
 * line. Lines without a known name continue the previous value, and are left out.
 */
final class BlocksTable extends RowsTable {
    private static final int LINES = 400;
    private static final int FEWEST_NAMES = 3;
    private static final int FEWEST_BLOCKS = 2;
    private static final Pattern MEMBER = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_/.-]{0,60}): ?(.*)");

    private final DataFile file;

    private BlocksTable(DataFile file, List<String> names) {
        super(file.shown(), names, true);
        this.file = file;
    }

    /** The table of a file whose first lines are such blocks; empty for other files. */
    static Optional<BlocksTable> of(DataFile file) throws DataException {
        Set<String> names = new LinkedHashSet<>();
        Set<String> block = new HashSet<>();
        String first = "";
        int blocks = 0;
        for (String line : TextLines.head(file, LINES)) {
            Matcher member = MEMBER.matcher(line);
            if (member.matches()) {
                String name = member.group(1);
                first = first.isEmpty() ? name : first;
                if (name.equals(first)) {
                    blocks++;
                    block.clear();
                }
                if (!block.add(name)) {
                    return Optional.empty();
                }
                names.add(name);
            } else if (first.isEmpty()) {
                return Optional.empty();
            }
        }
        return blocks >= FEWEST_BLOCKS && names.size() >= FEWEST_NAMES
                ? Optional.of(new BlocksTable(file, List.copyOf(names)))
                : Optional.empty();
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        List<String> names = columns();
        String[] cells = empty();
        boolean any = false;
        long began = 0;
        try (LineReader lines = new LineReader(file, progress)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Matcher member = MEMBER.matcher(line);
                int column = member.matches() ? names.indexOf(member.group(1)) : -1;
                if (any && (column == 0 || line.isBlank())) {
                    if (!taking.row(began, cells)) {
                        return;
                    }
                    cells = empty();
                    any = false;
                }
                if (column >= 0) {
                    began = any ? began : lines.number();
                    any = true;
                    cells[column] = member.group(2);
                }
            }
        }
        if (any) {
            taking.row(began, cells);
        }
    }

    private String[] empty() {
        String[] cells = new String[columns().size()];
        Arrays.fill(cells, "");
        return cells;
    }
}
