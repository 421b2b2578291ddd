package dev.nara.data;

import java.nio.file.Path;

/** Reads one format. */
public interface DatasetReader {
    /** The name of the format, as in {@code --format}. */
    String format();

    /** Whether the path looks like this format, judged by content as far as a glance allows. */
    boolean recognises(Path path);

    /** Reads it all, or throws and leaves nothing behind. */
    Dataset read(Path path, Progress progress) throws DataException;
}
