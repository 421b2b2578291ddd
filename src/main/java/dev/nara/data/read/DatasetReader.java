package dev.nara.data.read;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads one format. */
public interface DatasetReader {
    /** The name of the format, as in {@code --format}. */
    String format();

    /** Whether the files seem to have this format, judged by their names and first lines. */
    boolean recognises(DataFiles files);

    /** Whether the user has to specify the roles of columns. */
    default boolean asks() {
        return false;
    }

    /** Reads the whole dataset. The reader ignores the recipe's preparation. */
    Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException;

    /**
     * The table in the files, for readers that need the roles of columns; empty if the files have another format or the roles are known.
     *
     * @param written the format of the table, as far as given
     */
    default Optional<Table> table(DataFiles files, Written written) throws DataException {
        return Optional.empty();
    }

    /**
     * A table in a file with several tables.
     *
     * @param path below that of the file
     * @param bytes its approximate size
     */
    record Part(Path path, long bytes) {}

    /** The tables in a file of this format, in order; empty if the file has only one, or another format. */
    default List<Part> parts(DataFiles files) throws DataException {
        return List.of();
    }

    /** A preview of the files; reads only their first rows. */
    Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException;
}
