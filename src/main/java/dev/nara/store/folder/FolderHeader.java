package dev.nara.store.folder;

import dev.nara.data.AtomicFile;
import dev.nara.data.Destination;
import dev.nara.data.OwnPlaces;
import dev.nara.data.SealedJson;
import dev.nara.run.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that describes the run of a folder, so that the run can be identified and rebuilt without the database. */
public final class FolderHeader {
    private static final String FILE = "run.json";

    /** Cannot match inside a JSON string, where quotes are escaped. */
    private static final Pattern IDENTITY = Pattern.compile("\"identity\":\"([A-Za-z0-9-]*)\"");

    private FolderHeader() {}

    /** Writes the header, replacing an earlier one. */
    public static void write(Path folder, ArchiveHeader header) throws IOException {
        byte[] text = (text(header) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(FILE);
        OwnPlaces.checkNoLink(folder);
        if (Destination.isStream(file) || Files.isSymbolicLink(file)) {
            // Otherwise it would stay: a pipe would be written into, and a link might lead out of the workspace.
            Files.delete(file);
        }
        AtomicFile.write(file, out -> out.write(text));
    }

    /** The header as text, with its checksum. */
    public static String text(ArchiveHeader header) {
        return SealedJson.seal(RunJson.of(header));
    }

    /** Whether a folder has a header; those of earlier versions have none. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Reads the header.
     *
     * @throws IOException if there is none, or it is damaged
     */
    public static ArchiveHeader read(Path folder) throws IOException {
        return parsed(SealedJson.open(StoredLines.text(folder.resolve(FILE)).strip()));
    }

    /** The identity of the run of a folder; "" if there is no readable one. */
    public static String identity(Path folder) {
        try {
            Matcher found = IDENTITY.matcher(
                    SealedJson.open(StoredLines.text(folder.resolve(FILE)).strip()));
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Parses the header of an archive; those of earlier versions have no checksum. */
    public static ArchiveHeader archived(String text) throws IOException {
        return parsed(SealedJson.plain(text));
    }

    private static ArchiveHeader parsed(String json) throws IOException {
        try {
            return RunJson.read(json, ArchiveHeader.class);
        } catch (RuntimeException e) {
            // The parsers throw various exceptions on damaged content.
            throw new IOException(FILE, e);
        }
    }
}
