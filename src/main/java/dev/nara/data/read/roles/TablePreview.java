package dev.nara.data.read.roles;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The first rows of an unknown table as they would be read, with guessed roles of its columns; users correct the guess to get a recipe.
 *
 * @param format of the reader
 * @param encoding of the file
 * @param guess of the columns' roles
 * @param header whether the first row is a header
 * @param names of the columns
 * @param rows the first rows in cells, with the header if there is one
 * @param path of the table
 * @param parts the paths of all tables in the file; empty if there is only one
 */
public record TablePreview(
        String format,
        String encoding,
        RoleGuess guess,
        boolean header,
        List<String> names,
        List<List<String>> rows,
        Path path,
        List<Path> parts) {
    private static final int ROWS = 30;

    public TablePreview {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
    }

    /**
     * Reads the first rows of the table at a path.
     *
     * @param encoding "" to detect it
     * @param delimiter "" to detect it
     */
    public static TablePreview of(Datasets datasets, Path path, String encoding, String delimiter)
            throws DataException {
        Recipe recipe = Recipe.USUAL.read("", encoding);
        Datasets.Found found = datasets.table(path, recipe, new Written(delimiter, null));
        Table table = found.table();
        List<List<String>> rows = new ArrayList<>();
        if (table.named()) {
            rows.add(table.columns());
        }
        rows.addAll(table.head(ROWS));
        List<Path> parts =
                datasets.parts(path).stream().map(DatasetReader.Part::path).toList();
        return new TablePreview(
                found.format(),
                found.encoding(),
                RoleGuess.of(table),
                table.named(),
                table.columns(),
                rows,
                table.path(),
                parts);
    }

    /** The same rows, with or without the first as a header. */
    public TablePreview withHeader(boolean named) {
        List<String> first = rows.isEmpty() ? List.of() : rows.get(0);
        List<String> renamed = named ? ColumnNames.unique(first) : ColumnNames.numbers(first.size());
        return new TablePreview(format, encoding, guess, named, renamed, rows, path, parts);
    }

    /** The rows below the header. */
    public List<List<String>> body() {
        return rows.subList(Math.min(header ? 1 : 0, rows.size()), rows.size());
    }

    /** The guessed role of each column. */
    public List<ColumnRole> roles() {
        return guess.columns().stream().map(RoleGuess.Column::role).toList();
    }

    private List<String> named(ColumnRole wanted, List<ColumnRole> roles) {
        List<String> named = new ArrayList<>();
        for (int c = 0; c < roles.size(); c++) {
            if (roles.get(c) == wanted) {
                named.add(names.get(c));
            }
        }
        return named;
    }

    /** The columns of times in order: dates before times of day, years before months, as far as the guess distinguishes them. */
    private String times(List<String> columns) {
        return String.join(ColumnRoles.AND, guessed(columns) ? guess.roles().timeColumns() : columns);
    }

    private boolean guessed(List<String> columns) {
        List<String> times = guess.roles().timeColumns();
        return times.size() == columns.size() && times.containsAll(columns);
    }

    /**
     * Whether a file can be read with these roles: one column of users, one of items, and at most one of times, or date and time of day, or
     * the guessed columns of times.
     */
    public boolean readable(List<ColumnRole> roles) {
        return Collections.frequency(roles, ColumnRole.USER) == 1
                && Collections.frequency(roles, ColumnRole.ITEM) == 1
                && (Collections.frequency(roles, ColumnRole.TIME) <= 2 || guessed(named(ColumnRole.TIME, roles)));
    }

    /**
     * The recipe to read the file with these roles.
     *
     * @param roles one per column, {@link #readable}
     * @param wantedEncoding "" to detect it
     * @param least the smallest value in the first column of numbers that makes a row a positive, "" for none
     */
    public Recipe recipe(List<ColumnRole> roles, String wantedEncoding, String least) {
        ColumnRoles columns = new ColumnRoles(
                guess.roles().delimiter(),
                header,
                String.join("", named(ColumnRole.USER, roles)),
                String.join("", named(ColumnRole.ITEM, roles)),
                times(named(ColumnRole.TIME, roles)),
                named(ColumnRole.NUMBER, roles),
                named(ColumnRole.USER_ATTRIBUTE, roles),
                named(ColumnRole.ITEM_ATTRIBUTE, roles),
                named(ColumnRole.WORD, roles));
        List<String> where = least.isEmpty() || columns.numbers().isEmpty()
                ? List.of()
                : List.of(columns.numbers().get(0) + ">=" + least);
        return new Recipe(
                format,
                wantedEncoding,
                columns,
                new Preparation(Preparation.USUAL.repairs(), "none", where, "", "", 0, 0, 0, List.of()));
    }
}
