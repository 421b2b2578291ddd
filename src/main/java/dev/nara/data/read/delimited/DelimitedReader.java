package dev.nara.data.read.delimited;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.time.TimeColumn;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads any delimited file once a recipe says which column is what; see {@link ColumnGuess} for a first guess. */
public final class DelimitedReader implements DatasetReader {
    /** The name of the format. */
    public static final String FORMAT = "delimited";

    @Override
    public String format() {
        return FORMAT;
    }

    /** Never: what the columns mean is for people to say. */
    @Override
    public boolean recognises(DataFiles files) {
        return false;
    }

    /** The file a path means: itself, or the only one of its folder or archive. */
    public static DataFile file(DataFiles files) throws DataException {
        if (files.chosen().isPresent()) {
            return files.chosen().get();
        }
        List<DataFile> tables = files.all().stream()
                .filter(f -> f.name().matches("(?i).*\\.(csv|tsv|txt|tab|dat)"))
                .toList();
        if (tables.size() != 1) {
            throw new DataException(
                    files.path(), Text.of("data.delimited.file", tables.size()), Text.of("data.delimited.file.remedy"));
        }
        return tables.get(0);
    }

    @Override
    public Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException {
        DataFile file = file(files);
        ColumnRoles roles = roles(file, recipe);
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        InteractionsBuilder rows = new InteractionsBuilder(roles.numbers().toArray(String[]::new));
        Findings findings = new Findings();
        Described ofUsers = new Described(AttributeColumn.all(roles.userAttributes()), "users", findings);
        Described ofItems = new Described(AttributeColumn.all(roles.itemAttributes()), "items", findings);
        float[] numbers = new float[roles.numbers().size()];
        int firstAttribute = 3 + numbers.length;
        DelimitedFile table = rows(file, roles);
        TimeColumn times = roles.time().isEmpty() ? TimeColumn.lines() : TimeColumn.of(table, 2, recipe.timeSettings());
        table.forEach(progress, row -> {
            int user = users.add(row.required(0));
            int item = items.add(row.required(1));
            for (int n = 0; n < numbers.length; n++) {
                numbers[n] = (float) row.number(3 + n);
            }
            rows.add(user, item, times.read(row), numbers);
            ofUsers.take(user, row, firstAttribute);
            ofItems.take(item, row, firstAttribute + roles.userAttributes().size());
        });
        times.addTo(findings);
        return new Dataset(
                new Dataset.Source(
                        files.path(), baseName(file), format(), file.encoding(), times.calendar(), findings.list()),
                users,
                items,
                rows.build(users.size(), items.size()),
                ofUsers.build(users.size()),
                ofItems.build(items.size()),
                Dataset.Task.NONE);
    }

    @Override
    public Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException {
        DataFile file = file(files);
        ColumnRoles said = roles(file, recipe);
        List<List<String>> head = ColumnGuess.head(file, said.delimiter(), Glimpse.ROWS + 1);
        List<Glimpse.Column> columns = ColumnGuess.names(head, said.header()).stream()
                .map(name -> new Glimpse.Column(name, said.role(name)))
                .toList();
        List<List<String>> rows = head.subList(
                Math.min(said.header() ? 1 : 0, head.size()),
                Math.min(head.size(), Glimpse.ROWS + (said.header() ? 1 : 0)));
        return Glimpse.of(files, List.of(file), said.delimiter(), columns, rows);
    }

    private static ColumnRoles roles(DataFile file, Recipe recipe) throws DataException {
        ColumnRoles roles = recipe.columns();
        if (roles == null || roles.user().isEmpty() || roles.item().isEmpty()) {
            throw new DataException(
                    file.shown(), Text.of("data.delimited.roles"), Text.of("data.delimited.roles.remedy"));
        }
        ColumnGuess.checkDelimiter(roles.delimiter());
        return roles;
    }

    private static String baseName(DataFile file) {
        int dot = file.name().indexOf('.');
        return dot > 0 ? file.name().substring(0, dot) : file.name();
    }

    /** Columns in the order user, item, time (the user again where there is none), numbers, attributes. */
    private static DelimitedFile rows(DataFile file, ColumnRoles roles) throws DataException {
        List<String> columns = new ArrayList<>(List.of(roles.user(), roles.item()));
        columns.add(roles.time().isEmpty() ? roles.user() : roles.time());
        columns.addAll(roles.numbers());
        AttributeColumn.all(roles.userAttributes()).forEach(column -> columns.add(column.name()));
        AttributeColumn.all(roles.itemAttributes()).forEach(column -> columns.add(column.name()));
        DelimitedFile rows = roles.header()
                ? DelimitedFile.withHeader(file, roles.delimiter(), columns.toArray(String[]::new))
                : DelimitedFile.byNumber(file, roles.delimiter(), columns);
        return roles.delimiter().length() > 1 ? rows.withoutQuotes() : rows;
    }
}
