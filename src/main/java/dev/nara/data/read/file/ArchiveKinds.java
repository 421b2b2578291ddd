package dev.nara.data.read.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Detects the kind of an archive by its first bytes. */
final class ArchiveKinds {
    private ArchiveKinds() {}

    /** Opens a file as an archive, if it is one. */
    static Optional<Archive> at(Path file) throws IOException {
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
            // Damage is reported when the file is read.
            return false;
        }
    }
}
