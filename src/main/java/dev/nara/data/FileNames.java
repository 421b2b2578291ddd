package dev.nara.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Makes file names from arbitrary names, which never leave their folder and stay distinct. */
public final class FileNames {
    private static final int LONGEST = 120;

    private FileNames() {}

    /**
     * The file for a name within a folder: characters that are not allowed are replaced, and then a checksum is added to keep names
     * distinct.
     */
    public static Path within(Path folder, String name) {
        return folder.resolve(of(name));
    }

    /** A file name for a name: the name itself if it is valid. */
    public static String of(String name) {
        String kept = name.codePoints()
                .map(c -> isPlain(c) ? c : '_')
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                // Leading dots would hide the file or leave the folder; Windows drops trailing ones.
                .replaceAll("^\\.+", "_")
                .replaceAll("[. ]$", "_");
        if (kept.equals(name) && !name.isEmpty()) {
            return name;
        }
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return (kept.isEmpty() ? "_" : kept) + "-" + Long.toHexString(sum.getValue());
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || " ._@+=,()[]-%".indexOf(c) >= 0;
    }
}
