package dev.nara.data.read.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** An archive of files: zip, or tar, compressed or not. */
interface Archive {
    /** The most files that are read. */
    int MOST = 10_000;

    /** The names of its files, with slashes. */
    List<String> names() throws IOException;

    /** The bytes of one of its files; the stream throws {@link ByteCounter.TooLarge} if they are implausibly many for the archive. */
    InputStream bytes(String name, ByteCounter counter) throws IOException;

    /** The size of one of its files, in bytes. */
    long size(String name) throws IOException;

    /** The error if an archive does not have a file. */
    static NoSuchFileException missing(Path archive, String name) {
        return new NoSuchFileException(archive + "/" + name);
    }
}
