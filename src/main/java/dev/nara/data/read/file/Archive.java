package dev.nara.data.read.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that holds other files by name: a zip archive, or a tar archive, packed or not. */
interface Archive {
    /** At most so many files are read. */
    int MOST = 10_000;

    /** The names of its files, with slashes. */
    List<String> names() throws IOException;

    /** The bytes of one of its files, which end with {@link ByteCounter.TooLarge} where they are too many for the archive. */
    InputStream bytes(String name, ByteCounter counter) throws IOException;

    /** The size of one of its files, in bytes. */
    long size(String name) throws IOException;

    /** What is missing where an archive has no file of that name. */
    static NoSuchFileException missing(Path archive, String name) {
        return new NoSuchFileException(archive + "/" + name);
    }
}
