package dev.nara.data.read.wide;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.LineReader;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.RowsTable;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.util.List;
import java.util.Optional;

/**
 * Reads lines with a user and its items, or only with items, separated by blanks, commas, bars, quotes or brackets. Each item becomes a
 * row, in the same order.
 */
public final class SequenceReader extends TableReader {
    private static final int GLANCE = 100;

    @Override
    public String format() {
        return "sequences";
    }

    @Override
    protected Optional<ColumnRoles> known(DataFiles files) {
        return Optional.of(new ColumnRoles("", false, "user", "item", "", List.of(), List.of(), List.of()));
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        Optional<DataFile> file = WideFiles.one(files);
        if (file.isEmpty() || !written.delimiter().isEmpty()) {
            return Optional.empty();
        }
        return SequenceLook.of(TextLines.head(file.get(), GLANCE)).map(look -> new Items(file.get(), look));
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        return WideFiles.one(files).stream().toList();
    }

    private static final class Items extends RowsTable {
        private final DataFile file;
        private final SequenceLook look;

        Items(DataFile file, SequenceLook look) {
            super(file.shown(), List.of("user", "item"), true);
            this.file = file;
            this.look = look;
        }

        @Override
        protected void rows(Progress progress, Taking taking) throws DataException {
            boolean header = look.header();
            try (LineReader lines = new LineReader(file, progress)) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    List<String> words = SequenceLook.words(line);
                    if (words.isEmpty() || header) {
                        header &= words.isEmpty();
                        continue;
                    }
                    String user = look.user() ? words.get(0) : Long.toString(lines.number());
                    for (String item : words.subList(look.user() || look.counted() ? 1 : 0, words.size())) {
                        if (!taking.row(lines.number(), user, item)) {
                            return;
                        }
                    }
                }
            }
        }
    }
}
