package dev.nara.data;

import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Checks the free space of a disk before an archive is unpacked to it. */
public final class FreeSpace {
    private static final long MEGABYTE = 1 << 20;

    private FreeSpace() {}

    /**
     * Does nothing if a folder's disk has room for an archive's files, or cannot tell.
     *
     * @param bytes the unpacked size of the files
     * @param remedy what to do otherwise
     * @throws DataException otherwise, with how much is needed and how much there is
     */
    public static void check(Path archive, Path folder, long bytes, Text remedy) throws DataException {
        try {
            FileStore disk = Files.getFileStore(folder);
            if (disk.getTotalSpace() > 0) {
                check(archive, folder, bytes, disk.getUsableSpace(), remedy);
            }
        } catch (IOException e) {
            // Writing the files reports what is wrong.
        }
    }

    /** The sum of sizes, which may be claims of an archive; {@link Long#MAX_VALUE} if they are more. */
    public static long sum(LongStream sizes) {
        return sizes.map(size -> Math.max(0, size))
                .reduce(0, (sum, size) -> size > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + size);
    }

    static void check(Path archive, Path folder, long bytes, long free, Text remedy) throws DataException {
        if (bytes > free) {
            String needed = Numbers.grouped(-Math.floorDiv(-bytes, MEGABYTE));
            throw new DataException(
                    archive, Text.of("data.space", needed, folder, Numbers.grouped(free / MEGABYTE)), remedy);
        }
    }
}
