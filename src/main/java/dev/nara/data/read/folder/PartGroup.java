package dev.nara.data.read.folder;

import dev.nara.data.DataException;
import dev.nara.data.Recipe;
import dev.nara.data.read.DatasetReader.Part;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.PartFiles;
import dev.nara.data.read.json.JsonTableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Files of a folder or an archive that are parts of one table, or one file alone.
 *
 * @param path that represents all of them
 */
record PartGroup(Path path, List<DataFile> files) {
    /** The most files of a group that are examined before reading. */
    private static final int LOOKED_AT = 5;

    /** The approximate ratio of unpacked to packed text. */
    private static final int GROWN = 4;

    private static final Set<String> WITHOUT_ROWS = Set.of("data.file.empty", "data.file.header");

    PartGroup {
        files = List.copyOf(files);
    }

    /** Groups files that are named as parts and have the same columns; ordered by the first file of each group. */
    static List<PartGroup> of(Datasets datasets, Recipe recipe, List<DataFile> files) {
        List<PartGroup> groups = new ArrayList<>();
        PartFiles.groups(files).forEach((pattern, parts) -> {
            boolean named = parts.size() > 1 && pattern.contains("*") && !DataFiles.isParquet(pattern);
            Optional<Path> path = named ? path(parts, pattern) : Optional.empty();
            if (path.isPresent() && haveSameColumns(datasets, recipe, parts)) {
                groups.add(new PartGroup(path.get(), parts));
            } else {
                parts.forEach(file -> groups.add(new PartGroup(file.shown(), List.of(file))));
            }
        });
        return groups;
    }

    /** The group as a part to examine. */
    Part part() {
        return new Part(path, files.stream().mapToLong(PartGroup::bytes).sum());
    }

    /** The approximate unpacked size. */
    private static long bytes(DataFile file) {
        boolean packed = !String.valueOf(file.shown().getFileName()).equals(file.name());
        return packed ? GROWN * file.size() : file.size();
    }

    /** The path with a {@code *} that matches these files and no others. */
    private static Optional<Path> path(List<DataFile> parts, String pattern) {
        try {
            Path path = parts.get(0).shown().resolveSibling(pattern);
            return DataFiles.at(path).data().size() == parts.size() ? Optional.of(path) : Optional.empty();
        } catch (DataException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean haveSameColumns(Datasets datasets, Recipe recipe, List<DataFile> parts) {
        List<DataFile> filled = parts.stream().filter(part -> part.size() > 0).toList();
        int last = filled.size() - 1;
        int step = Math.max(1, last / (LOOKED_AT - 1));
        try {
            List<Datasets.Found> tables = new ArrayList<>();
            for (int p : IntStream.iterate(0, p -> p <= last, p -> p + step).toArray()) {
                table(datasets, recipe, filled.get(p)).ifPresent(tables::add);
            }
            return tables.stream().allMatch(table -> same(tables.get(0), table));
        } catch (DataException e) {
            return false;
        }
    }

    /** The table of a part; empty if it has no rows. */
    private static Optional<Datasets.Found> table(Datasets datasets, Recipe recipe, DataFile part)
            throws DataException {
        try {
            return Optional.of(datasets.table(part.shown(), recipe, Written.UNKNOWN));
        } catch (DataException e) {
            if (WITHOUT_ROWS.contains(e.problem().key())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether two parts have the same columns. JSON records may lack some; in a split table only the first part may have a header. */
    private static boolean same(Datasets.Found one, Datasets.Found another) {
        Table first = one.table();
        Table other = another.table();
        if (one.format().equals(JsonTableReader.FORMAT) && another.format().equals(JsonTableReader.FORMAT)) {
            return first.columns().containsAll(other.columns())
                    || other.columns().containsAll(first.columns());
        }
        boolean names = first.named() && other.named();
        return names
                ? new HashSet<>(first.columns()).equals(new HashSet<>(other.columns()))
                : first.columns().size() == other.columns().size() && !other.named();
    }
}
