package dev.nara.data.read.wide;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.util.List;
import java.util.Optional;

/** Reads a matrix with a row per user and a column per item, such as the Jester dataset, see {@link MatrixTable}. */
public final class MatrixReader extends TableReader {
    private static final int GLANCE = 100;

    @Override
    public String format() {
        return "matrix";
    }

    @Override
    protected Optional<ColumnRoles> known(DataFiles files) {
        return Optional.of(new ColumnRoles("", false, "user", "item", "", List.of("value"), List.of(), List.of()));
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        Optional<DataFile> file = WideFiles.one(files);
        if (file.isEmpty() || !written.delimiter().isEmpty()) {
            return Optional.empty();
        }
        return MatrixLook.of(TextLines.head(file.get(), GLANCE)).map(look -> new MatrixTable(file.get(), look));
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        return WideFiles.one(files).stream().toList();
    }
}
