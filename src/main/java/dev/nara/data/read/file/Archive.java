package dev.nara.data.read.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** The archive that a file is, if it is one. */
    static Optional<Archive> of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream raw = Files.newInputStream(file);
                BufferedInputStream first = new BufferedInputStream(raw, FileKind.BYTES)) {
            Optional<FileKind> kind = Unpacking.kind(first);
            if (kind.equals(Optional.of(FileKind.ZIP))) {
                return Optional.of(new ZipEntries(file));
            }
            boolean tar = kind.filter(FileKind::packed).isPresent()
                    ? unpacksToTar(first)
                    : kind.equals(Optional.of(FileKind.TAR));
            return tar ? Optional.of(new TarEntries(file)) : Optional.empty();
        }
    }

    private static boolean unpacksToTar(BufferedInputStream packed) {
        try (BufferedInputStream inner =
                new BufferedInputStream(Unpacking.of(packed, new ByteCounter()), FileKind.BYTES)) {
            return Unpacking.kind(inner).equals(Optional.of(FileKind.TAR));
        } catch (IOException e) {
            // What is damaged is told when it is read.
            return false;
        }
    }

    /** What is missing where an archive has no file of that name. */
    static NoSuchFileException missing(Path archive, String name) {
        return new NoSuchFileException(archive + "/" + name);
    }
}
