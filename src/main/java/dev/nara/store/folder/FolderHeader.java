package dev.nara.store.folder;

import dev.nara.data.AtomicFile;
import dev.nara.data.Destination;
import dev.nara.data.SealedJson;
import dev.nara.run.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run's folder says of its run, so that the run can be told from others, and rebuilt, without the database. */
public final class FolderHeader {
    private static final String FILE = "run.json";

    /** Within a string the quotes would be escaped. */
    private static final Pattern IDENTITY = Pattern.compile("\"identity\":\"([A-Za-z0-9-]*)\"");

    private FolderHeader() {}

    /** Writes it, or writes it anew. */
    public static void write(Path folder, ArchiveHeader header) throws IOException {
        byte[] text = (text(header) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(FILE);
        if (Destination.isStream(file)) {
            // It would be written into.
            Files.delete(file);
        }
        AtomicFile.write(file, out -> out.write(text));
    }

    /** As it stands in files. */
    public static String text(ArchiveHeader header) {
        return SealedJson.seal(RunJson.of(header));
    }

    /** Whether a folder has one; those of earlier versions have none. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Reads it.
     *
     * @throws IOException if there is none, or it was changed
     */
    public static ArchiveHeader read(Path folder) throws IOException {
        return parsed(SealedJson.open(StoredLines.text(folder.resolve(FILE)).strip()));
    }

    /** Which run a folder says that it is of; "" where it says nothing that can be read. */
    public static String identity(Path folder) {
        try {
            Matcher found = IDENTITY.matcher(
                    SealedJson.open(StoredLines.text(folder.resolve(FILE)).strip()));
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** That of an archive; those of earlier versions have no checksum of their own. */
    public static ArchiveHeader archived(String text) throws IOException {
        return parsed(SealedJson.plain(text));
    }

    private static ArchiveHeader parsed(String json) throws IOException {
        try {
            return RunJson.read(json, ArchiveHeader.class);
        } catch (RuntimeException e) {
            // Whatever it can hold that none should.
            throw new IOException(FILE, e);
        }
    }
}
