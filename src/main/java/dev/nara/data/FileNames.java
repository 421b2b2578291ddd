package dev.nara.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Names of files made of names that come from elsewhere: none leaves its folder, and two different names stay two. */
public final class FileNames {
    private static final int LONGEST = 120;

    private FileNames() {}

    /** The file of that name within a folder, whatever the name holds: what no file may be called is replaced, and a checksum told apart. */
    public static Path within(Path folder, String name) {
        return folder.resolve(of(name));
    }

    /** A name for a file: the name itself where it can be one. */
    public static String of(String name) {
        String kept = name.codePoints()
                .map(c -> isPlain(c) ? c : '_')
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                // Hidden, the folder itself, or the one above it; and what Windows drops.
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
