package dev.nara.store.folder;

import dev.nara.data.AtomicFile;
import dev.nara.data.PrivateFiles;
import dev.nara.run.RunEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The losses of a run's reported batches: a file of records of 32 bytes (little endian). It has a head, then for each epoch its batches
 * (epochs finished before, as int; loss, as float; examples done and total examples of the epoch, as long; seconds, as double) and an end
 * record (-1 and the CRC-32 of its batches, as int; their number, as long; epochs finished before, as int). An epoch is appended before its
 * event is stored; data of unfinished epochs is not read, and is cut off before the run continues. Files started by earlier versions have
 * neither head nor end records.
 */
public final class BatchLog {
    private static final Logger LOG = LoggerFactory.getLogger(BatchLog.class);
    private static final int RECORD = BatchBlocks.RECORD;
    /** The most batches that {@link #replay} returns, approximately. */
    private static final int MOST_SHOWN = 20_000;

    private final Path file;
    private final List<ByteBuffer> pending = new ArrayList<>();
    private int finished;
    private boolean sealed = true;

    /** Continues after a number of finished epochs. */
    public BatchLog(Path file, int finished) throws IOException {
        this.file = file;
        this.finished = finished;
        if (Files.exists(file)) {
            BatchBlocks blocks = BatchBlocks.of(file);
            sealed = blocks.sealed() || blocks.blocks().isEmpty();
            try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(blocks.bytes(finished));
            }
        }
    }

    /** Buffers a batch until its epoch is finished. */
    public void add(RunEvent.Batch batch) {
        if (!Double.isFinite(batch.loss())) {
            return;
        }
        pending.add(ByteBuffer.allocate(RECORD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(finished)
                .putFloat((float) batch.loss())
                .putLong(batch.done())
                .putLong(batch.total())
                .putDouble(batch.seconds())
                .flip());
    }

    /** Writes the buffered batches of an epoch that is finished. */
    public void epochDone() throws IOException {
        finished++;
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer records = ByteBuffer.allocate(RECORD * pending.size());
        pending.forEach(records::put);
        pending.clear();
        PrivateFiles.createFolderOf(file);
        PrivateFiles.create(file);
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer all = ByteBuffer.allocate(records.capacity() + 2 * RECORD);
            if (sealed && channel.size() == 0) {
                all.put(BatchBlocks.head());
            }
            all.put(records.array());
            if (sealed) {
                all.put(BatchBlocks.end(finished - 1, records.array()));
            }
            all.flip();
            while (all.hasRemaining()) {
                channel.write(all);
            }
        }
    }

    /** Cuts off everything after the last intact block; if there is none, only a head remains. */
    public static void cut(Path file) throws IOException {
        new BatchLog(file, Integer.MAX_VALUE);
        if (file.toFile().length() == 0) {
            AtomicFile.write(file, out -> out.write(BatchBlocks.head()));
        }
    }

    /**
     * Throws if a file is damaged.
     *
     * @throws IOException if it is
     */
    static void check(Path file) throws IOException {
        if (BatchBlocks.of(file).damaged()) {
            throw new IOException("checksum");
        }
    }

    /** Reads from a position until the buffer is full or the file ends. */
    private static void fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, from + buffer.position());
        }
    }

    /**
     * A run's stored events with its batches in order among them. Of very many batches, only the highest and the lowest loss of each
     * section are returned, which draws the same curve.
     */
    public static List<RunEvent> replay(Path file, List<RunEvent> events) throws IOException {
        if (!Files.exists(file)) {
            return events;
        }
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(events);
        List<List<RunEvent>> batches = read(file, epochs);
        List<RunEvent> all = new ArrayList<>();
        int epoch = 0;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.EpochDone) {
                all.addAll(batches.get(epoch));
                epoch++;
            }
            all.add(event);
        }
        return all;
    }

    private static List<List<RunEvent>> read(Path file, List<RunEvent.EpochDone> epochs) throws IOException {
        List<List<RunEvent>> batches = new ArrayList<>();
        epochs.forEach(epoch -> batches.add(new ArrayList<>()));
        BatchBlocks found = BatchBlocks.of(file);
        if (found.damaged()) {
            LOG.warn("{} was changed; the batches that are whole are read", file);
        }
        List<BatchBlocks.Block> blocks = found.blocks().stream()
                .filter(block -> block.epoch() < epochs.size())
                .toList();
        long records = blocks.stream().mapToLong(BatchBlocks.Block::count).sum();
        int stretch = records <= MOST_SHOWN ? 1 : (int) ((2 * records + MOST_SHOWN - 1) / MOST_SHOWN);
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ)) {
            for (BatchBlocks.Block block : blocks) {
                RunEvent.EpochDone epoch = epochs.get(block.epoch());
                for (int from = 0; from < block.count(); from += stretch) {
                    int count = Math.min(stretch, block.count() - from);
                    ByteBuffer part = ByteBuffer.allocate(count * RECORD).order(ByteOrder.LITTLE_ENDIAN);
                    fill(channel, part, (block.from() + from) * RECORD);
                    batches.get(block.epoch()).addAll(lowestAndHighest(part, count, epoch));
                }
            }
        }
        return batches;
    }

    private static List<RunEvent> lowestAndHighest(ByteBuffer part, int count, RunEvent.EpochDone epoch) {
        int low = 0;
        int high = 0;
        for (int n = 1; n < count; n++) {
            low = loss(part, n) < loss(part, low) ? n : low;
            high = loss(part, n) > loss(part, high) ? n : high;
        }
        RunEvent first = batch(part, Math.min(low, high), epoch);
        return low == high ? List.of(first) : List.of(first, batch(part, Math.max(low, high), epoch));
    }

    private static float loss(ByteBuffer records, int n) {
        return records.getFloat(n * RECORD + 4);
    }

    private static RunEvent batch(ByteBuffer records, int n, RunEvent.EpochDone epoch) {
        int at = n * RECORD;
        return new RunEvent.Batch(
                epoch.phase(),
                epoch.epoch(),
                records.getLong(at + 8),
                records.getLong(at + 16),
                loss(records, n),
                records.getDouble(at + 24),
                Double.NaN);
    }
}
