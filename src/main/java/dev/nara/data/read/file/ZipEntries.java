package dev.nara.data.read.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a zip archive. Names are UTF-8, or MS949 if created by Korean Windows. */
final class ZipEntries implements Archive {
    private final Path path;

    ZipEntries(Path path) {
        this.path = path;
    }

    private ZipFile open() throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            return new ZipFile(path.toFile(), Encodings.MS949);
        }
    }

    @Override
    public List<String> names() throws IOException {
        try (ZipFile zip = open()) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    @Override
    public long size(String name) throws IOException {
        try (ZipFile zip = open()) {
            ZipEntry found = zip.getEntry(name);
            return found == null ? 0 : Math.max(0, found.getSize());
        }
    }

    @Override
    public InputStream bytes(String name, ByteCounter counter) throws IOException {
        ZipFile zip = open();
        try {
            ZipEntry found = zip.getEntry(name);
            if (found == null) {
                throw Archive.missing(path, name);
            }
            counter.expect(Math.max(1, found.getSize()));
            counter.packed(Math.max(1, Math.min(found.getCompressedSize(), Files.size(path))));
            InputStream inner = counter.counted(counter.bounded(zip.getInputStream(found)), false);
            return new FilterInputStream(inner) {
                @Override
                public void close() throws IOException {
                    try (zip) {
                        super.close();
                    }
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }
}
