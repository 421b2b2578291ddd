package dev.nara.data.read.numpy;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import dev.nara.text.Text;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code .npy} and {@code .npz}: sparse matrices of SciPy and wide ones, whose rows are users and columns items; and rows with
 * fields, narrow matrices and arrays of the same length, whose columns need roles. Never executes pickles.
 */
public final class NumpyReader extends TableReader {
    private static final String END = ".npy";
    /** A matrix with more columns has one column per item. */
    private static final int NARROW = 8;

    @Override
    public String format() {
        return "numpy";
    }

    /** Whether users and items are known; also for arrays that cannot be read, so that reading reports the problem. */
    @Override
    public boolean recognises(DataFiles files) {
        try {
            return known(files).isPresent();
        } catch (DataException e) {
            return true;
        }
    }

    @Override
    protected Optional<ColumnRoles> known(DataFiles files) throws DataException {
        return table(files, Written.UNKNOWN)
                .filter(table -> table instanceof SparseTable || table instanceof DenseTable)
                .map(table -> new ColumnRoles("", false, "user", "item", "", List.of("value"), List.of(), List.of()));
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        Map<String, DataFile> arrays = arrays(files);
        if (arrays.isEmpty()) {
            return Optional.empty();
        }
        if (SparseTable.are(arrays)) {
            return Optional.of(new SparseTable(files.path(), arrays));
        }
        return Optional.of(arrays.size() == 1 ? one(List.copyOf(arrays.values()).get(0)) : several(files, arrays));
    }

    private static Table one(DataFile file) throws DataException {
        NumpyHeader header = NumpyHeader.of(file);
        List<Integer> shape = header.shape();
        boolean single = header.fields().get(0).name().isEmpty();
        if (!single && shape.size() == 1) {
            return ColumnsTable.ofFields(file, header);
        }
        if (!single || shape.size() != 2 || shape.get(1) < 2) {
            throw shape(file, shape);
        }
        boolean texts = header.fields().get(0).type().isText();
        return shape.get(1) <= NARROW || texts ? ColumnsTable.ofMatrix(file, shape.get(1)) : new DenseTable(file);
    }

    private static Table several(DataFiles files, Map<String, DataFile> arrays) throws DataException {
        int length = -1;
        for (DataFile file : arrays.values()) {
            NumpyHeader header = NumpyHeader.of(file);
            List<Integer> shape = header.shape();
            length = length < 0 && shape.size() == 1 ? shape.get(0) : length;
            if (!List.of(length).equals(shape) || !header.fields().get(0).name().isEmpty()) {
                throw shape(file, shape);
            }
        }
        return ColumnsTable.ofArrays(files.path(), List.copyOf(arrays.keySet()), List.copyOf(arrays.values()));
    }

    private static DataException shape(DataFile file, List<Integer> shape) {
        return new DataException(
                file.shown(), Text.of("data.numpy.shape", shape.toString()), Text.of("data.numpy.shape.remedy"));
    }

    /** The arrays by their names; empty if the files have another format. */
    private static Map<String, DataFile> arrays(DataFiles files) throws DataException {
        Map<String, DataFile> arrays = new LinkedHashMap<>();
        if (files.chosen().isPresent()) {
            DataFile chosen = files.chosen().get();
            if (NumpyHeader.begins(chosen)) {
                arrays.put(chosen.name(), chosen);
            }
        } else if (Files.isRegularFile(files.path())
                && files.all().stream().allMatch(file -> file.name().endsWith(END))) {
            files.all()
                    .forEach(file ->
                            arrays.put(file.name().substring(0, file.name().length() - END.length()), file));
        }
        return arrays;
    }

    @Override
    protected List<DataFile> read(DataFiles files) throws DataException {
        return List.copyOf(arrays(files).values());
    }
}
