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

    /** Whether the files look like this format, judged by names and a glance at the content. */
    boolean recognises(DataFiles files);

    /** Whether it must be told what the columns of its files mean. */
    default boolean asks() {
        return false;
    }

    /** Reads it all, or throws and leaves nothing behind. The recipe's preparation is none of a reader's business. */
    Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException;

    /**
     * The table that the files hold, for a reader that needs to be told what its columns mean; nothing where the files are of
     * another kind or the reader knows.
     *
     * @param written how they are written, as far as that is said
     */
    default Optional<Table> table(DataFiles files, Written written) throws DataException {
        return Optional.empty();
    }

    /**
     * A table of a file that holds several.
     *
     * @param path below that of the file
     * @param bytes its size, roughly
     */
    record Part(Path path, long bytes) {}

    /** The tables that a file of this format holds, in their order; nothing where a file holds one, or is of another format. */
    default List<Part> parts(DataFiles files) throws DataException {
        return List.of();
    }

    /** How the files look to it; reads their first rows alone. */
    Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException;
}
