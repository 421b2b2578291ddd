package dev.nara.data.read;

import dev.nara.data.ColumnRole;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.IdIndex;
import dev.nara.data.JoinedTable;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.Encodings;
import dev.nara.data.read.table.JoinedAttributes;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens a dataset with the reader that recognises it, or with a given one. */
public final class Datasets {
    private final List<DatasetReader> readers;

    /** {@code readers} are tried in this order. */
    public Datasets(List<DatasetReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** The names of all formats. */
    public List<String> formats() {
        return readers.stream().map(DatasetReader::format).toList();
    }

    /** Reads the rows at the path without preparing them; the recipe specifies what the content does not determine. */
    public Dataset read(Path path, Recipe recipe, Progress progress) throws DataException {
        DataFiles files = files(path, recipe);
        DatasetReader reader = reader(files, recipe);
        files.forgetOpened();
        Dataset read = reader.read(files, recipe, progress);
        return Joining.apply(
                read.with(beside(files, recipe)), recipe, file -> table(file, Recipe.USUAL, Written.UNKNOWN)
                        .table());
    }

    /** A finding with the files of a folder or an archive that are neither read nor joined. */
    private static List<Finding> beside(DataFiles files, Recipe recipe) {
        List<String> joined = Stream.of(recipe.items(), recipe.users())
                .filter(Objects::nonNull)
                .map(JoinedTable::file)
                .toList();
        List<String> beside = files.unopened().stream()
                .filter(name -> joined.stream().noneMatch(file -> file.endsWith(name)))
                .toList();
        List<String> examples = beside.subList(0, Math.min(Finding.EXAMPLES, beside.size()));
        return beside.isEmpty() ? List.of() : List.of(new Finding("files-not-read", beside.size(), examples));
    }

    /** A preview of the data at a path by its reader; reads only the first rows. */
    public Glimpse glimpse(Path path, Recipe recipe) throws DataException {
        DataFiles files = files(path, recipe);
        return reader(files, recipe).glimpse(files, recipe);
    }

    /** Whether the reader of a format needs the roles of columns. */
    public boolean asks(String format) {
        return readers.stream().anyMatch(reader -> reader.format().equals(format) && reader.asks());
    }

    /** Whether a reader recognises the data at the path and knows the roles of its columns. */
    public boolean recognises(Path path, Recipe recipe) throws DataException {
        DataFiles files = files(path, recipe);
        return readers.stream().anyMatch(reader -> reader.recognises(files));
    }

    /**
     * A table whose columns have to be given roles by the user or by a guess.
     *
     * @param format of the reader
     * @param table its rows
     * @param encoding of its text, "" if it has none
     */
    public record Found(String format, Table table, String encoding) {}

    /**
     * The table at the path, from the reader in the recipe, otherwise from the first reader that can read it.
     *
     * @throws UnknownFormatException if none can
     */
    public Found table(Path path, Recipe recipe, Written written) throws DataException {
        DataFiles files = files(path, recipe);
        for (DatasetReader reader : readers) {
            Optional<Table> table = recipe.format().isEmpty() || recipe.format().equals(reader.format())
                    ? reader.table(files, written)
                    : Optional.empty();
            if (table.isPresent()) {
                return new Found(reader.format(), table.get(), files.encodings());
            }
        }
        throw new UnknownFormatException(path, String.join(", ", formats()));
    }

    /** What the rows of a table seem to describe: the items of a dataset, its users, both or neither. */
    public List<SecondTable> described(Path path, Dataset dataset) throws DataException {
        Table table = table(path, Recipe.USUAL, Written.UNKNOWN).table();
        List<SecondTable> described = new ArrayList<>();
        described(table, ColumnRole.ITEM, dataset.items(), "items").ifPresent(described::add);
        described(table, ColumnRole.USER, dataset.users(), "users").ifPresent(described::add);
        return described;
    }

    private static Optional<SecondTable> described(Table table, ColumnRole role, IdIndex ids, String kind)
            throws DataException {
        JoinedAttributes joined = new JoinedAttributes(table, ids, kind);
        if (!joined.fits()) {
            return Optional.empty();
        }
        joined.read("");
        return Optional.of(new SecondTable(role, (int) joined.findings().get(0).count(), ids.size()));
    }

    /** The tables in a file, such as the sheets of a workbook; empty if there is only one. */
    public List<DatasetReader.Part> parts(Path path) throws DataException {
        DataFiles files = files(path, Recipe.USUAL);
        for (DatasetReader reader : readers) {
            List<DatasetReader.Part> parts = reader.parts(files);
            if (parts.size() > 1) {
                return parts;
            }
        }
        return List.of();
    }

    private static DataFiles files(Path path, Recipe recipe) throws DataException {
        return DataFiles.at(path, recipe.encoding().isEmpty() ? null : Encodings.named(recipe.encoding()));
    }

    private DatasetReader reader(DataFiles files, Recipe recipe) throws DataException {
        String known = formats().stream().collect(Collectors.joining(", "));
        String format = recipe.format();
        for (DatasetReader reader : readers) {
            if (format.isEmpty() ? reader.recognises(files) : reader.format().equals(format)) {
                return reader;
            }
        }
        if (!format.isEmpty()) {
            throw new DataException(
                    Text.of("data.format.unknown", format), Text.of("data.format.unknown.remedy", known));
        }
        throw new UnknownFormatException(files.path(), known);
    }
}
