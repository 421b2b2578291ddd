package dev.nara.data.read.roles;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.SkippedRow;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.table.BadRows;
import dev.nara.data.read.table.DatedTable;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import dev.nara.data.read.time.TimeColumn;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads any table if a recipe specifies the roles of its columns. A subclass converts its files to a table, and supplies the roles if they
 * are known.
 */
public abstract class TableReader implements DatasetReader {
    private static final int TIME = 2;

    /**
     * The table in the files; empty if they have another format.
     *
     * @param written the format of the table, as far as given
     */
    @Override
    public abstract Optional<Table> table(DataFiles files, Written written) throws DataException;

    /** The fixed roles of the columns in files of this format; empty if they have to be specified or guessed. */
    protected Optional<ColumnRoles> known(DataFiles files) throws DataException {
        return Optional.empty();
    }

    /** The files that are read, for their names, sizes and encodings. */
    protected abstract List<DataFile> read(DataFiles files) throws DataException;

    /** Whether the files have this format, if the roles are {@link #known}; otherwise never, because users have to specify the roles. */
    @Override
    public boolean recognises(DataFiles files) {
        try {
            return known(files).isPresent() && table(files, Written.UNKNOWN).isPresent();
        } catch (DataException e) {
            return false;
        }
    }

    @Override
    public final Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException {
        ColumnRoles roles = roles(files, recipe);
        Table whole = required(files, roles);
        boolean said = !recipe.timeSettings().format().isEmpty();
        Table table = DatedTable.selected(whole, columns(roles), TIME, said);
        ListCells.refuse(table, roles, format());
        Findings findings = new Findings();
        TimeColumn times =
                roles.time().isEmpty() ? TimeColumn.lines() : TimeColumn.of(table, TIME, recipe.timeSettings());
        TakenRows log = new TakenRows(roles, numbers(table, roles), times, findings);
        List<SkippedRow> skipped = BadRows.read(table, recipe, progress, findings, log::take);
        times.addTo(findings);
        List<Finding> all = new ArrayList<>(whole.findings());
        all.addAll(findings.list());
        return log.dataset(new Dataset.Source(
                files.path(), name(files), format(), encoding(files), times.calendar(), List.copyOf(all), skipped));
    }

    private static List<WrittenNumbers> numbers(Table table, ColumnRoles roles) throws DataException {
        List<WrittenNumbers> numbers = new ArrayList<>();
        for (int n = 0; n < roles.numbers().size(); n++) {
            numbers.add(WrittenNumbers.of(table, 3 + n));
        }
        return numbers;
    }

    @Override
    public final Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException {
        ColumnRoles said = roles(files, recipe);
        Table table = required(files, said);
        List<Glimpse.Column> columns = table.columns().stream()
                .map(name -> new Glimpse.Column(name, said.role(name)))
                .toList();
        return Glimpse.of(files, read(files), said.delimiter(), columns, table.head(Glimpse.ROWS));
    }

    private Table required(DataFiles files, ColumnRoles roles) throws DataException {
        return table(files, new Written(roles.delimiter(), roles.header()))
                .orElseThrow(() -> new DataException(
                        files.path(), Text.of("data.table.other", format()), Text.of("data.table.other.remedy")));
    }

    private ColumnRoles roles(DataFiles files, Recipe recipe) throws DataException {
        ColumnRoles said = recipe.columns() == null ? known(files).orElse(null) : recipe.columns();
        if (said == null || said.user().isEmpty() || said.item().isEmpty()) {
            throw new DataException(
                    files.path(), Text.of("data.delimited.roles"), Text.of("data.delimited.roles.remedy"));
        }
        return said;
    }

    private String name(DataFiles files) throws DataException {
        List<DataFile> read = read(files);
        String name = read.size() == 1 ? read.get(0).name() : files.name();
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String encoding(DataFiles files) throws DataException {
        return read(files).stream()
                .flatMap(file -> file.encodingReadIn().stream())
                .findFirst()
                .orElse("");
    }

    /** Columns in the order user, item, time (the user again if there is none), numbers, words, attributes. */
    private static List<String> columns(ColumnRoles roles) {
        List<String> columns = new ArrayList<>(List.of(roles.user(), roles.item()));
        columns.add(roles.time().isEmpty() ? roles.user() : roles.time());
        columns.addAll(roles.numbers());
        columns.addAll(roles.wordColumns());
        AttributeColumn.all(roles.userAttributes()).forEach(column -> columns.add(column.name()));
        AttributeColumn.all(roles.itemAttributes()).forEach(column -> columns.add(column.name()));
        return columns;
    }
}
