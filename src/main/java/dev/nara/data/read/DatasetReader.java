package dev.nara.data.read;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
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

    /** How the files look to it; reads their first rows alone. */
    Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException;
}
