package dev.nara.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {
    private static final int HEAD = 46;
    private static final int NAME = 1;
    /** A field with the length of a part in 64 bits. */
    private static final int LENGTH = 12;

    private static final int PART = HEAD + NAME + LENGTH;
    private static final int END = 22;

    @TempDir
    private Path folder;

    /** A list of parts a, b, …, none of which is there. */
    private Path claims(long... sizes) throws Exception {
        ByteBuffer zip = ByteBuffer.allocate(sizes.length * PART + END).order(ByteOrder.LITTLE_ENDIAN);
        for (int p = 0; p < sizes.length; p++) {
            int at = p * PART;
            zip.putInt(at, 0x02014b50);
            zip.putInt(at + 24, -1);
            zip.putShort(at + 28, (short) NAME);
            zip.putShort(at + 30, (short) LENGTH);
            zip.put(at + HEAD, (byte) ('a' + p));
            zip.putShort(at + HEAD + NAME, (short) 1);
            zip.putShort(at + HEAD + NAME + 2, (short) Long.BYTES);
            zip.putLong(at + HEAD + NAME + 4, sizes[p]);
        }
        int end = sizes.length * PART;
        zip.putInt(end, 0x06054b50);
        zip.putShort(end + 8, (short) sizes.length);
        zip.putShort(end + 10, (short) sizes.length);
        zip.putInt(end + 12, end);
        return Files.write(folder.resolve("claims.zip"), zip.array());
    }

    @Test
    void whatPartsClaimTogetherIsNeverNegative() throws Exception {
        try (ArchiveReader archive = new ArchiveReader(claims(5, 7))) {
            assertEquals(12, archive.size(name -> true));
        }
        try (ArchiveReader archive = new ArchiveReader(claims(Long.MAX_VALUE, Long.MAX_VALUE, 7))) {
            assertEquals(Long.MAX_VALUE, archive.size(name -> true));
            assertEquals(7, archive.size("c"::equals));
        }
    }
}
