package dev.nara.store.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.SealedJson;
import dev.nara.run.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLogTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final RunEvent STARTED =
            new RunEvent.Started("bpr", 5, 6, 7, 8, 3, "leave-one-out", "all", 4, Map.of("HR@10", 0.1), "none", "");
    private static final RunEvent PAUSED = new RunEvent.Paused("train", 2, true);

    @TempDir
    private Path folder;

    private Path log;

    private static RunEvent epoch(int number, double figure) {
        return new RunEvent.EpochDone("train", number, 0.5, 1, 10, 1, Map.of("HR@10", figure), true, Map.of());
    }

    @BeforeEach
    void write() throws IOException {
        log = folder.resolve("run.log");
        for (RunEvent event : List.of(STARTED, epoch(1, 0.2), epoch(2, 0.3), PAUSED)) {
            RunLog.append(log, AT, event);
        }
    }

    @Test
    void aLineSaysWhenWhatAndThatItIsWhole() throws IOException {
        assertEquals(
                "2026-01-02T03:04:05Z  {\"event\":\"paused\",\"phase\":\"train\",\"epoch\":2,\"left\":true}  bc8850dd",
                Files.readAllLines(log).get(3));
        assertEquals(new RunLog.Contents(List.of(STARTED, epoch(1, 0.2), epoch(2, 0.3), PAUSED), 0), RunLog.read(log));
    }

    @Test
    void whatIsTrainedAgainTakesThePlaceOfAllFromThereOn() throws IOException {
        RunLog.append(log, AT, epoch(2, 0.25));
        RunLog.append(log, AT, epoch(3, 0.4));
        assertEquals(
                List.of(STARTED, epoch(1, 0.2), epoch(2, 0.25), epoch(3, 0.4)),
                RunLog.read(log).events());
        RunLog.append(log, AT, STARTED);
        assertEquals(List.of(STARTED), RunLog.read(log).events(), "it began anew");
    }

    @Test
    void aChangedLineEndsIt() throws IOException {
        String whole = Files.readString(log);
        Files.writeString(log, whole.replace("0.2}", "0.9}"));
        assertEquals(new RunLog.Contents(List.of(STARTED), 3), RunLog.read(log));
        Files.writeString(log, whole.replace("\"epoch\":2", "\"epoch\":1"));
        assertEquals(2, RunLog.read(log).unread(), "neither a changed epoch nor what follows is told");
        Files.write(log, new byte[] {'\n', (byte) 0xff, 0, '\n'}, StandardOpenOption.APPEND);
        assertTrue(RunLog.read(log).unread() >= 2);
    }

    @Test
    void halfALineOfAKilledProgramWasNeverWritten() throws IOException {
        List<String> whole = Files.readAllLines(log);
        Files.writeString(log, "2026-01-02T03:04:05Z  {\"event\":\"epoch\",\"phase\":\"tra", StandardOpenOption.APPEND);
        assertEquals(new RunLog.Contents(List.of(STARTED, epoch(1, 0.2), epoch(2, 0.3), PAUSED), 0), RunLog.read(log));
        RunLog.append(log, AT, epoch(3, 0.4));
        assertEquals(whole, Files.readAllLines(log).subList(0, 4));
        assertEquals(5, Files.readAllLines(log).size());
        RunLog.append(log, AT, epoch(5, 0.5));
        assertEquals(1, RunLog.read(log).unread(), "the fourth is missing");
    }

    @Test
    void linesOfEarlierVersionsAreRead() throws IOException {
        String earlier = Files.readString(log).replaceAll("(?m)  [0-9a-f]{8}$", "");
        Files.writeString(log, earlier);
        assertEquals(new RunLog.Contents(List.of(STARTED, epoch(1, 0.2), epoch(2, 0.3), PAUSED), 0), RunLog.read(log));
    }

    /** Compared with all before it, each would take minutes. */
    @Test
    void aLongLogIsReadOnce() throws IOException {
        List<RunEvent> events = new ArrayList<>(List.of(STARTED));
        for (int n = 1; n <= 60_000; n++) {
            events.add(epoch(n, 0.2));
        }
        Path other = Files.createDirectory(folder.resolve("long"));
        RunLog.complete(other, events);
        assertEquals(events, RunLog.read(other.resolve("run.log")).events());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":{}}",
                "{\"event\":null}",
                "{\"event\":[1,2]}",
                "{}",
                "{\"event\":\"epoch\",\"epoch\":0}"
            })
    void aLineWithAnotherEventIsNone(String json) throws IOException {
        String line = AT + "  " + json;
        Files.writeString(log, line + "  " + SealedJson.sum(line) + "\n", StandardOpenOption.APPEND);
        assertEquals(1, RunLog.read(log).unread());
        assertEquals(4, RunLog.read(log).events().size());
    }
}
