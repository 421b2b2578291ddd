package dev.nara.data.read.sheets;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.util.List;
import java.util.Optional;

/** Reads a sheet of an Excel workbook ({@code .xlsx}): the first in which users and items are found, else the first. */
public final class WorkbookReader extends TableReader {
    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        Optional<Workbook> workbook = Workbook.of(files);
        if (workbook.isEmpty()) {
            return Optional.empty();
        }
        for (Workbook.Sheet sheet : workbook.get().sheets()) {
            Table table = SheetTable.of(files.path(), workbook.get(), sheet, written.header());
            if (RoleGuess.of(table).doubt().isEmpty()) {
                return Optional.of(table);
            }
        }
        Workbook.Sheet first = workbook.get().sheets().get(0);
        return Optional.of(SheetTable.of(files.path(), workbook.get(), first, written.header()));
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        return files.all().stream().filter(file -> file.name().endsWith(".xml")).toList();
    }
}
