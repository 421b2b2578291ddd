package dev.nara.store;

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

/**
 * The losses of a run's batches, as often as they were reported: a file of records of 32 bytes (little endian: epochs finished
 * before, as int; loss, as float; examples done and in all of the epoch, as long; seconds, as double). It grows by one
 * epoch, before the epoch's event is stored; what belongs to no finished epoch is not read, and cut off before
 * the run goes on.
 */
final class BatchLog {
    private static final int RECORD = 32;
    /** No more are drawn, however long the run. */
    private static final int MOST_SHOWN = 20_000;

    private final Path file;
    private final List<ByteBuffer> pending = new ArrayList<>();
    private int finished;

    /** Goes on writing after that many finished epochs. */
    BatchLog(Path file, int finished) throws IOException {
        this.file = file;
        this.finished = finished;
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.truncate((long) RECORD * recordsBefore(channel, finished));
            }
        }
    }

    /** Keeps a batch until its epoch is finished. */
    void add(RunEvent.Batch batch) {
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

    /** Writes what was kept; the epoch they belong to is finished. */
    void epochDone() throws IOException {
        finished++;
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer all = ByteBuffer.allocate(RECORD * pending.size());
        pending.forEach(all::put);
        pending.clear();
        all.flip();
        PrivateFiles.createFolderOf(file);
        PrivateFiles.create(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (all.hasRemaining()) {
                channel.write(all);
            }
        }
    }

    /** How many whole records at the beginning belong to the first epochs; they stand in order of epoch. */
    private static long recordsBefore(FileChannel channel, int epochs) throws IOException {
        long low = 0;
        long high = channel.size() / RECORD;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (record(channel, middle).getInt(0) < epochs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static ByteBuffer record(FileChannel channel, long place) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, record, place * RECORD);
        return record;
    }

    /** Reads from a place on until the buffer is full or the file ends. */
    private static void fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, from + buffer.position());
        }
    }

    /**
     * A run's lasting events with its batches in their places. Of very many batches, only the highest and the lowest loss of
     * every stretch are given, so that a picture shows the same.
     */
    static List<RunEvent> replay(Path file, List<RunEvent> events) throws IOException {
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
        try (FileChannel channel = FileChannel.open(file)) {
            long records = recordsBefore(channel, epochs.size());
            long stretch = records <= MOST_SHOWN ? 1 : (2 * records + MOST_SHOWN - 1) / MOST_SHOWN;
            for (long from = 0; from < records; from += stretch) {
                int count = (int) Math.min(stretch, records - from);
                ByteBuffer part = ByteBuffer.allocate(count * RECORD).order(ByteOrder.LITTLE_ENDIAN);
                fill(channel, part, from * RECORD);
                int low = 0;
                int high = 0;
                for (int n = 1; n < count; n++) {
                    low = loss(part, n) < loss(part, low) ? n : low;
                    high = loss(part, n) > loss(part, high) ? n : high;
                }
                add(part, Math.min(low, high), epochs, batches);
                if (low != high) {
                    add(part, Math.max(low, high), epochs, batches);
                }
            }
        }
        return batches;
    }

    private static float loss(ByteBuffer records, int n) {
        return records.getFloat(n * RECORD + 4);
    }

    private static void add(ByteBuffer records, int n, List<RunEvent.EpochDone> epochs, List<List<RunEvent>> batches) {
        int at = n * RECORD;
        int finished = records.getInt(at);
        RunEvent.EpochDone epoch = epochs.get(finished);
        batches.get(finished)
                .add(new RunEvent.Batch(
                        epoch.phase(),
                        epoch.epoch(),
                        records.getLong(at + 8),
                        records.getLong(at + 16),
                        loss(records, n),
                        records.getDouble(at + 24),
                        Double.NaN));
    }
}
