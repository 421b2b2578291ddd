package dev.nara.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path folder;

    private Ledger.Entry entry(String name, double kept, double near) throws Exception {
        Path file = Files.writeString(folder.resolve(name), name);
        return Ledger.Entry.ofRun(file, 3, Map.of("all:kept", kept, "all:kept@near", near));
    }

    @Test
    void whatWasEnteredIsThereAgain() throws Exception {
        Ledger ledger = Ledger.in(folder);
        assertEquals(List.of(), ledger.entries());
        ledger.add(entry("a.csv", 0.2, 0.1));
        ledger.add(entry("b.csv", 0.3, 0.1));
        List<Ledger.Entry> entries = Ledger.in(folder).entries();
        assertEquals(2, entries.size());
        assertEquals(0.3, entries.get(0).local().get("all:kept"));
        assertEquals(List.of(3L), entries.get(0).runs());
        assertEquals("run 3", entries.get(0).made());
        assertEquals(64, entries.get(0).sha256().length());
    }

    @Test
    void theSameFileAgainKeepsWhatTheLeaderboardSaid() throws Exception {
        Ledger ledger = Ledger.in(folder);
        ledger.add(entry("a.csv", 0.2, 0.1));
        ledger.change(ledger.entries().get(0).scored(0.2295, null).picked(true));
        ledger.add(entry("a.csv", 0.25, 0.1));
        Ledger.Entry kept = ledger.entries().get(0);
        assertEquals(1, ledger.entries().size());
        assertEquals(0.2295, kept.publicScore());
        assertTrue(kept.pick());
        assertEquals(4, Ledger.leftToday(ledger.entries()), "a score means that it was handed in");
    }

    @Test
    void twoCountInTheEnd() throws Exception {
        Ledger ledger = Ledger.in(folder);
        for (String name : List.of("a", "b", "c")) {
            ledger.add(entry(name, 0.2, 0.1));
        }
        List<Ledger.Entry> all = ledger.entries();
        ledger.change(all.get(0).picked(true));
        ledger.change(all.get(1).picked(true));
        assertThrows(DataException.class, () -> ledger.change(all.get(2).picked(true)));
        assertEquals(2, ledger.entries().stream().filter(Ledger.Entry::pick).count());
    }

    @Test
    void theProtocolThatOrdersAsTheLeaderboardDoesIsFound() throws Exception {
        List<Ledger.Entry> entries = List.of(
                entry("a", 0.1, 0.3).scored(0.11, 0.2),
                entry("b", 0.2, 0.2).scored(0.12, 0.1),
                entry("c", 0.3, 0.1).scored(0.13, null),
                entry("d", 0.9, 0.9));
        Map<String, Double> predictors = Ledger.predictors(entries, Ledger.Entry::publicScore);
        assertEquals(List.of("all:kept", "all:kept@near"), List.copyOf(predictors.keySet()));
        assertEquals(List.of(1.0, -1.0), List.copyOf(predictors.values()));
        assertTrue(Ledger.predictors(entries, Ledger.Entry::privateScore).isEmpty(), "two points say nothing");
    }

    @Test
    void aBrokenLedgerIsToldAndLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("ledger.json"), "[{\"file\":");
        assertThrows(DataException.class, () -> Ledger.in(folder).entries());
        Ledger.Entry entry = entry("a", 0.1, 0.1);
        assertThrows(DataException.class, () -> Ledger.in(folder).add(entry));
        assertEquals("[{\"file\":", Files.readString(file));
    }
}
