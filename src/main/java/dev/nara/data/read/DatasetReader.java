package dev.nara.data.read;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;

/** Reads one format. */
public interface DatasetReader {
    /** The name of the format, as in {@code --format}. */
    String format();

    /** Whether the files look like this format, judged by names and a glance at the content. */
    boolean recognises(DataFiles files);

    /** Reads it all, or throws and leaves nothing behind. The recipe's preparation is none of a reader's business. */
    Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException;

    /** How the files look to it; reads their first rows alone. */
    Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException;
}
