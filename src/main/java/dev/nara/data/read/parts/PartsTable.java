package dev.nara.data.read.parts;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.PartFiles;
import dev.nara.data.read.table.CellRow;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.RowConsumer;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several files with the same columns as one table; the values in the names of their folders, or ids in their own, are columns, too. Rows
 * are in the order of the files, and errors have the name of the file. Throws if there are no rows.
 */
public final class PartsTable implements Table {
    private static final int STEPS = 1000;

    private final Path path;
    private final List<DataFile> files;
    private final Opening opening;
    private final Table like;
    private final List<String> ofNames;
    private final @Nullable NameColumn ids;
    private final List<String> columns;
    private final boolean mayBeEmpty;

    /** Opens a part as a table. */
    @FunctionalInterface
    public interface Opening {
        /** Opens a part, which may have no rows, with these columns of the first part; empty if the file is empty. */
        Optional<Table> of(DataFile part, List<String> columns) throws DataException;
    }

    private PartsTable(PartsTable of, List<String> columns, boolean mayBeEmpty) {
        this.path = of.path;
        this.files = of.files;
        this.opening = of.opening;
        this.like = of.like;
        this.ofNames = of.ofNames;
        this.ids = of.ids;
        this.columns = columns;
        this.mayBeEmpty = mayBeEmpty;
    }

    /**
     * A table of these files.
     *
     * @param path that represents all of them
     * @param like the table of one of them, whose columns all have
     */
    public PartsTable(Path path, List<DataFile> files, Table like, Opening opening) throws DataException {
        this.path = path;
        this.files = List.copyOf(files);
        this.opening = opening;
        this.like = like;
        List<String> ofFolders = PartFiles.values(path, like.path()).keySet().stream()
                .filter(name -> !like.columns().contains(name))
                .toList();
        this.ids = like.named()
                ? NameColumn.of(files, like, joined(like.columns(), ofFolders)).orElse(null)
                : null;
        this.ofNames = ids == null ? ofFolders : joined(ofFolders, List.of(ids.name()));
        this.columns = joined(like.columns(), ofNames);
        this.mayBeEmpty = false;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean named() {
        return like.named();
    }

    @Override
    public String delimiter() {
        return like.delimiter();
    }

    @Override
    public Table select(List<String> wanted) throws DataException {
        int[] places = ColumnNames.places(path, columns, wanted);
        return new PartsTable(this, IntStream.of(places).mapToObj(columns::get).toList(), mayBeEmpty);
    }

    @Override
    public Table orNoRows() {
        return new PartsTable(this, columns, true);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(like.findings());
        if (files.size() == 1) {
            return findings;
        }
        List<String> names = files.stream()
                .limit(Finding.EXAMPLES)
                .map(file -> String.valueOf(file.shown().getFileName()))
                .toList();
        findings.add(new Finding("parts-joined", files.size(), names));
        if (ids != null) {
            findings.add(ids.finding(files));
        }
        return findings;
    }

    @Override
    public List<List<String>> head(int rows) throws DataException {
        List<List<String>> head = new ArrayList<>();
        for (int f = 0; f < files.size() && head.size() < rows; f++) {
            Optional<Table> part = opening.of(files.get(f), inFile());
            if (part.isPresent()) {
                List<String> values = values(files.get(f));
                for (List<String> row : part.get().head(rows - head.size())) {
                    head.add(arranged(row, values));
                }
            }
        }
        return head;
    }

    /** Progress is in thousandths of a file. */
    @Override
    public void forEach(Progress progress, RowConsumer consumer) throws DataException {
        AtomicBoolean any = new AtomicBoolean();
        for (int f = 0; f < files.size(); f++) {
            long before = (long) f * STEPS;
            Progress ofAll = (done, total) ->
                    progress.at(before + (total <= 0 ? 0 : done * STEPS / total), (long) files.size() * STEPS);
            Optional<Table> part = opening.of(files.get(f), inFile());
            if (part.isPresent()) {
                part.get().orNoRows().forEach(ofAll, taking(files.get(f), consumer, any));
            }
        }
        if (!any.get() && !mayBeEmpty) {
            throw new DataException(path, Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
    }

    private RowConsumer taking(DataFile file, RowConsumer consumer, AtomicBoolean any) {
        boolean plain = columns.stream().noneMatch(ofNames::contains);
        List<String> values = values(file);
        CellRow arranged = new CellRow(
                file.shown(), columns, IntStream.range(0, columns.size()).toArray());
        int width = inFile().size();
        return new RowConsumer() {
            @Override
            public void accept(DataRow row) throws DataException {
                any.set(true);
                if (plain) {
                    consumer.accept(row);
                } else {
                    List<String> cells =
                            IntStream.range(0, width).mapToObj(row::text).toList();
                    arranged.set(arranged(cells, values).toArray(String[]::new), row);
                    consumer.accept(arranged);
                }
            }

            @Override
            public void broken(DataException problem, List<String> cells) throws DataException {
                any.set(true);
                consumer.broken(problem, cells);
            }
        };
    }

    /** The wanted columns that are in the files; at least one. */
    private List<String> inFile() {
        List<String> inFile =
                columns.stream().filter(name -> !ofNames.contains(name)).toList();
        return inFile.isEmpty() ? like.columns().subList(0, 1) : inFile;
    }

    /** The values in the names of a file and its folders, in the order of {@link #ofNames}. */
    private List<String> values(DataFile file) {
        Map<String, String> values = PartFiles.values(path, file.shown());
        return ofNames.stream()
                .map(name -> ids != null && name.equals(ids.name()) ? ids.of(file) : values.getOrDefault(name, ""))
                .toList();
    }

    private List<String> arranged(List<String> inFile, List<String> values) {
        List<String> names = inFile();
        return columns.stream()
                .map(name ->
                        ofNames.contains(name) ? values.get(ofNames.indexOf(name)) : inFile.get(names.indexOf(name)))
                .toList();
    }
}
