package dev.nara.store.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.run.RunEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchLogTest {
    @TempDir
    private Path folder;

    private static RunEvent.Batch batch(String phase, int epoch, long done, double loss) {
        return new RunEvent.Batch(phase, epoch, done, 10, (float) loss, done, Double.NaN);
    }

    private static RunEvent.EpochDone epoch(String phase, int epoch) {
        return new RunEvent.EpochDone(phase, epoch, 0.5, 1, 10, 1, Map.of(), false, Map.of());
    }

    private static List<RunEvent> batches(List<RunEvent> events) {
        return events.stream().filter(RunEvent.Batch.class::isInstance).toList();
    }

    @Test
    void batchesComeBackInTheirPlaces() throws IOException {
        Path file = folder.resolve("run").resolve("batches.bin");
        BatchLog log = new BatchLog(file, 0);
        log.add(batch("gmf", 1, 5, 0.7));
        log.add(batch("gmf", 1, 10, Double.NaN));
        log.epochDone();
        log.add(batch("train", 1, 5, 0.6));
        log.add(batch("train", 1, 10, 0.55));
        log.epochDone();
        log.add(batch("train", 2, 5, 0.5));
        List<RunEvent> events = List.of(epoch("gmf", 1), epoch("train", 1));
        List<RunEvent> expected = List.of(
                batch("gmf", 1, 5, 0.7),
                events.get(0),
                batch("train", 1, 5, 0.6),
                batch("train", 1, 10, 0.55),
                events.get(1));
        assertEquals(expected.toString(), BatchLog.replay(file, events).toString(), "nothing of an unfinished epoch");
    }

    @Test
    void whatBelongsToNoFinishedEpochIsWrittenAnew() throws IOException {
        Path file = folder.resolve("batches.bin");
        BatchLog killed = new BatchLog(file, 0);
        killed.add(batch("train", 1, 5, 0.7));
        killed.epochDone();
        killed.add(batch("train", 2, 5, 0.6));
        killed.epochDone();
        // The event of the second epoch was never stored, and half a record is left at the end.
        Files.write(file, new byte[9], java.nio.file.StandardOpenOption.APPEND);
        assertEquals(
                1, batches(BatchLog.replay(file, List.of(epoch("train", 1)))).size());
        BatchLog resumed = new BatchLog(file, 1);
        resumed.add(batch("train", 2, 7, 0.4));
        resumed.epochDone();
        List<RunEvent> found = batches(BatchLog.replay(file, List.of(epoch("train", 1), epoch("train", 2))));
        assertEquals(
                List.of(batch("train", 1, 5, 0.7), batch("train", 2, 7, 0.4)).toString(), found.toString());
    }

    private Path ofThreeEpochs() throws IOException {
        Path file = folder.resolve("batches.bin");
        BatchLog log = new BatchLog(file, 0);
        for (int e = 1; e <= 3; e++) {
            log.add(batch("train", e, 5, 0.5));
            log.add(batch("train", e, 10, 0.25));
            log.epochDone();
        }
        return file;
    }

    @Test
    void whatFollowsAChangedEpochIsNotReported() throws IOException {
        List<RunEvent> epochs = List.of(epoch("train", 1), epoch("train", 2), epoch("train", 3));
        Path file = ofThreeEpochs();
        byte[] whole = Files.readAllBytes(file);
        assertEquals(32 * (1 + 3 * 3), whole.length);
        List<RunEvent> replayed = batches(BatchLog.replay(file, epochs));
        assertEquals(6, replayed.size());
        BatchLog.check(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            List<RunEvent> left = batches(BatchLog.replay(file, epochs));
            int block = Math.max(0, (at / 32 - 1) / 3);
            assertEquals(replayed.subList(0, at < 32 ? 0 : 2 * block).toString(), left.toString(), "byte " + at);
        }
    }

    @Test
    void aRunGoesOnAfterWhatIsWhole() throws IOException {
        Path file = ofThreeEpochs();
        byte[] whole = Files.readAllBytes(file);
        whole[32 * 5] ^= 1;
        Files.write(file, whole);
        BatchLog resumed = new BatchLog(file, 3);
        resumed.add(batch("train", 4, 5, 0.125));
        resumed.epochDone();
        List<RunEvent> epochs = List.of(epoch("train", 1), epoch("train", 2), epoch("train", 3), epoch("train", 4));
        assertEquals(
                List.of(batch("train", 1, 5, 0.5), batch("train", 1, 10, 0.25), batch("train", 4, 5, 0.125))
                        .toString(),
                batches(BatchLog.replay(file, epochs)).toString());
    }

    @Test
    void filesOfEarlierVersionsAreReadAndGrownAsTheyAre() throws IOException {
        Path file = ofThreeEpochs();
        byte[] whole = Files.readAllBytes(file);
        ByteBuffer earlier = ByteBuffer.allocate(32 * 6);
        for (int block = 0; block < 3; block++) {
            earlier.put(whole, 32 * (1 + 3 * block), 64);
        }
        Files.write(file, earlier.array());
        List<RunEvent> epochs = List.of(epoch("train", 1), epoch("train", 2), epoch("train", 3));
        assertEquals(6, batches(BatchLog.replay(file, epochs)).size());
        BatchLog resumed = new BatchLog(file, 2);
        resumed.add(batch("train", 3, 7, 0.75));
        resumed.epochDone();
        assertEquals(32 * 5, Files.size(file));
        assertEquals(5, batches(BatchLog.replay(file, epochs)).size());
        assertEquals(2, batches(BatchLog.replay(file, epochs.subList(0, 1))).size());
    }

    @Test
    void ofAMillionTheHighestAndTheLowestAreReported() throws IOException {
        Path file = folder.resolve("batches.bin");
        BatchLog log = new BatchLog(file, 0);
        List<RunEvent> epochs = new ArrayList<>();
        for (int e = 1; e <= 10; e++) {
            for (int n = 0; n < 100_000; n++) {
                log.add(batch("train", e, n, n == 77_777 ? 9 : n == 77_778 ? -9 : 0.5));
            }
            log.epochDone();
            epochs.add(epoch("train", e));
        }
        List<RunEvent> replayed = batches(BatchLog.replay(file, epochs));
        assertTrue(replayed.size() <= 20_000, replayed.size() + " batches");
        assertEquals(
                10,
                replayed.stream().filter(b -> ((RunEvent.Batch) b).loss() == 9).count());
        assertEquals(
                10,
                replayed.stream().filter(b -> ((RunEvent.Batch) b).loss() == -9).count());
    }
}
