package dev.nara.data;

import dev.nara.data.file.DataFiles;

/** Reads one format. */
public interface DatasetReader {
    /** The name of the format, as in {@code --format}. */
    String format();

    /** Whether the files look like this format, judged by names and a glance at the content. */
    boolean recognises(DataFiles files);

    /** Reads it all, or throws and leaves nothing behind. The recipe's preparation is none of a reader's business. */
    Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException;
}
