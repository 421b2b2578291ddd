package dev.nara.data.read.sheets;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a sheet of an Excel workbook ({@code .xlsx}): the one named at the end of the path, otherwise the first in which users and items
 * are found, otherwise the first.
 */
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
        if (files.sheet().isPresent()) {
            Workbook.Sheet named = named(workbook.get(), files);
            return Optional.of(SheetTable.of(files.path(), workbook.get(), named, written.header()));
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

    private static Workbook.Sheet named(Workbook workbook, DataFiles files) throws DataException {
        String name = files.sheet().orElse("");
        Optional<Workbook.Sheet> named = workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst();
        if (named.isEmpty()) {
            String names = workbook.sheets().stream().map(Workbook.Sheet::name).collect(Collectors.joining(", "));
            throw new DataException(
                    files.workbook(), Text.of("data.xlsx.sheet", name), Text.of("data.xlsx.sheet.remedy", names));
        }
        return named.get();
    }

    @Override
    public List<Part> parts(DataFiles files) throws DataException {
        List<Part> parts = new ArrayList<>();
        for (Workbook.Sheet sheet : Workbook.sheets(files)) {
            SheetTable.below(files.workbook(), sheet)
                    .ifPresent(path -> parts.add(new Part(path, sheet.part().size())));
        }
        return parts;
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        return files.all().stream().filter(file -> file.name().endsWith(".xml")).toList();
    }
}
