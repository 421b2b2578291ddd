package dev.nara.data.read.roles;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.Encodings;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The first rows of an unknown delimited file as they would be read, with a guess at what its columns hold; people correct the
 * guess, and a recipe comes out.
 *
 * @param encoding that the file was read in
 * @param guess what the columns seem to hold
 * @param names of the columns, see {@link ColumnGuess#names}
 * @param rows the first rows in cells, with the header if there is one
 */
public record DelimitedPreview(String encoding, ColumnRoles guess, List<String> names, List<List<String>> rows) {
    private static final int ROWS = 30;

    /** Copies the lists. */
    public DelimitedPreview {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * Reads the first rows of the file a path means.
     *
     * @param encoding "" to find it out
     * @param delimiter "" to find it out
     */
    public static DelimitedPreview of(Path path, String encoding, String delimiter) throws DataException {
        Charset forced = encoding.isEmpty() ? null : Encodings.named(encoding);
        DataFile file = DelimitedReader.file(DataFiles.at(path, forced));
        ColumnRoles guess = delimiter.isEmpty() ? ColumnGuess.of(file) : ColumnGuess.of(file, delimiter);
        List<List<String>> rows = ColumnGuess.head(file, guess.delimiter(), ROWS);
        return new DelimitedPreview(file.encoding(), guess, ColumnGuess.names(rows, guess.header()), rows);
    }

    /** The same rows, the first of which names the columns or does not; each column keeps its role. */
    public DelimitedPreview withHeader(boolean header) {
        List<String> renamed = ColumnGuess.names(rows, header);
        return new DelimitedPreview(encoding, columns(header, renamed, roles()), renamed, rows);
    }

    /** The rows below the header. */
    public List<List<String>> body() {
        return rows.subList(Math.min(guess.header() ? 1 : 0, rows.size()), rows.size());
    }

    /** What each column seems to hold. */
    public List<ColumnRole> roles() {
        return names.stream().map(guess::role).toList();
    }

    private ColumnRoles columns(boolean header, List<String> of, List<ColumnRole> roles) {
        return new ColumnRoles(
                guess.delimiter(),
                header,
                String.join("", named(ColumnRole.USER, of, roles)),
                String.join("", named(ColumnRole.ITEM, of, roles)),
                String.join("", named(ColumnRole.TIME, of, roles)),
                named(ColumnRole.NUMBER, of, roles),
                named(ColumnRole.USER_ATTRIBUTE, of, roles),
                named(ColumnRole.ITEM_ATTRIBUTE, of, roles),
                named(ColumnRole.WORD, of, roles));
    }

    private static List<String> named(ColumnRole wanted, List<String> names, List<ColumnRole> roles) {
        List<String> named = new ArrayList<>();
        for (int c = 0; c < roles.size(); c++) {
            if (roles.get(c) == wanted) {
                named.add(names.get(c));
            }
        }
        return named;
    }

    /** Whether a file can be read with these roles: one column of users, one of items, at most one of times. */
    public static boolean readable(List<ColumnRole> roles) {
        return Collections.frequency(roles, ColumnRole.USER) == 1
                && Collections.frequency(roles, ColumnRole.ITEM) == 1
                && Collections.frequency(roles, ColumnRole.TIME) <= 1;
    }

    /**
     * How the file is read when its columns hold this.
     *
     * @param roles a role a column, {@link #readable}
     * @param wantedEncoding "" to find it out
     * @param least the least value of the first column of numbers that makes a row a positive, "" for none
     */
    public Recipe recipe(List<ColumnRole> roles, String wantedEncoding, String least) {
        ColumnRoles columns = columns(guess.header(), names, roles);
        List<String> where = least.isEmpty() || columns.numbers().isEmpty()
                ? List.of()
                : List.of(columns.numbers().get(0) + ">=" + least);
        return new Recipe(
                new DelimitedReader().format(),
                wantedEncoding,
                columns,
                new Preparation(Preparation.USUAL.repairs(), "none", where, "", "", 0, 0, 0, List.of()));
    }
}
