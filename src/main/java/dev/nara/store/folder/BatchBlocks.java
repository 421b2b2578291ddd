package dev.nara.store.folder;

import dev.nara.data.InputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Where the batches of each epoch are in a file of {@link BatchLog}, up to the first damaged or incomplete block. */
final class BatchBlocks {
    static final int RECORD = 32;
    /** Marks the record that ends a block, in place of the epoch of a batch. */
    private static final int END = -1;
    /** An upper bound of the number of epochs, to detect damaged records. */
    private static final int MOST_EPOCHS = 1 << 29;

    private static final byte[] HEAD = Arrays.copyOf("nara batches 2\n".getBytes(StandardCharsets.US_ASCII), RECORD);

    /**
     * The batches of an epoch.
     *
     * @param epoch how many were finished before it
     * @param from the index of its first record
     * @param count of its records, without the end record
     */
    record Block(int epoch, long from, int count) {}

    private final List<Block> blocks = new ArrayList<>();
    private boolean sealed = true;
    private boolean damaged;
    private long end;

    private BatchBlocks() {}

    /** Reads a file to its end. */
    static BatchBlocks of(Path file) throws IOException {
        BatchBlocks found = new BatchBlocks();
        try (InputStream in = new BufferedInputStream(InputFile.kept(file), 1 << 16)) {
            byte[] first = in.readNBytes(RECORD);
            if (first.length == RECORD && !Arrays.equals(first, HEAD)) {
                found.readEarlier(first, in);
            } else if (first.length == RECORD) {
                found.end = 1;
                found.read(in);
            }
        }
        return found;
    }

    static byte[] head() {
        return HEAD.clone();
    }

    /** The record that ends a block. */
    static byte[] end(int epoch, byte[] records) {
        CRC32 sum = new CRC32();
        sum.update(records);
        return end(epoch, records.length / RECORD, sum);
    }

    private static byte[] end(int epoch, int count, CRC32 sum) {
        return ByteBuffer.allocate(RECORD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(END)
                .putInt((int) sum.getValue())
                .putLong(count)
                .putInt(epoch)
                .array();
    }

    private void read(InputStream in) throws IOException {
        CRC32 sum = new CRC32();
        int epoch = 0;
        int count = 0;
        byte[] bytes = in.readNBytes(RECORD);
        for (; bytes.length == RECORD && !damaged; bytes = in.readNBytes(RECORD)) {
            ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (record.getInt(0) != END) {
                epoch = count == 0 ? record.getInt(0) : epoch;
                sum.update(bytes);
                count++;
            } else if (Arrays.equals(bytes, end(epoch, count, sum)) && follows(epoch)) {
                blocks.add(new Block(epoch, end, count));
                end += count + 1L;
                sum.reset();
                count = 0;
            } else {
                damaged = true;
            }
        }
    }

    private boolean follows(int epoch) {
        int last = blocks.isEmpty() ? -1 : blocks.get(blocks.size() - 1).epoch();
        return epoch > last && epoch < MOST_EPOCHS;
    }

    /** Reads a file of an earlier version, which has neither head nor end records. */
    private void readEarlier(byte[] first, InputStream in) throws IOException {
        sealed = false;
        int count = 0;
        int epoch = 0;
        long place = 0;
        byte[] bytes = first;
        for (; bytes.length == RECORD && !damaged; bytes = in.readNBytes(RECORD)) {
            ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int of = record.getInt(0);
            if (count > 0 && of != epoch) {
                blocks.add(new Block(epoch, place - count, count));
                count = 0;
            }
            damaged = !Float.isFinite(record.getFloat(4)) || (count == 0 ? !follows(of) : of != epoch);
            if (!damaged) {
                epoch = of;
                count++;
                place++;
            }
        }
        if (count > 0) {
            blocks.add(new Block(epoch, place - count, count));
        }
        end = place;
    }

    /** The blocks, ordered by epoch. */
    List<Block> blocks() {
        return blocks;
    }

    /** Whether the file has end records; files started by earlier versions have none. */
    boolean sealed() {
        return sealed;
    }

    /** Whether damaged data follows the blocks; an incomplete block, as left by a killed process, does not count. */
    boolean damaged() {
        return damaged;
    }

    /** The size in bytes of the blocks before an epoch. */
    long bytes(int epoch) {
        long records = sealed ? Math.min(1, end) : 0;
        for (Block block : blocks) {
            if (block.epoch() < epoch) {
                records = block.from() + block.count() + (sealed ? 1 : 0);
            }
        }
        return records * RECORD;
    }
}
