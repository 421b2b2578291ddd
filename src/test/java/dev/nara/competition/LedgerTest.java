package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path folder;

    private LedgerEntry entry(String name, double kept, double near) throws Exception {
        Path file = Files.writeString(folder.resolve(name), name);
        return LedgerEntry.ofRun(
                        file,
                        3,
                        List.of(),
                        Map.of("time:2022-04-15 all:kept", kept, "time:2022-04-15 all:kept@near", near))
                .on("films");
    }

    @Test
    void whatWasEnteredIsThereAgain() throws Exception {
        Ledger ledger = Ledger.in(folder);
        assertEquals(List.of(), ledger.entries());
        ledger.add(entry("a.csv", 0.2, 0.1));
        ledger.add(entry("b.csv", 0.3, 0.1));
        List<LedgerEntry> entries = Ledger.in(folder).entries();
        assertEquals(2, entries.size());
        assertEquals(0.3, entries.get(0).score("all:kept"));
        assertTrue(Double.isNaN(entries.get(0).score("all:kept@far")));
        assertEquals("b.csv", Files.readString(ledger.copy(entries.get(0))), "the ledger keeps a copy");
        assertEquals(List.of(3L), entries.get(0).runs());
        assertEquals(64, entries.get(0).sha256().length());
        assertEquals(
                List.of("films", "films"),
                entries.stream().map(LedgerEntry::data).toList());
    }

    @Test
    void theSameFileAgainKeepsWhatTheLeaderboardSaid() throws Exception {
        Ledger ledger = Ledger.in(folder);
        ledger.add(entry("a.csv", 0.2, 0.1));
        ledger.change(ledger.entries().get(0).scored(0.2295, null).picked(true));
        ledger.add(entry("a.csv", 0.25, 0.1));
        LedgerEntry kept = ledger.entries().get(0);
        assertEquals(1, ledger.entries().size());
        assertEquals(0.2295, kept.publicScore());
        assertTrue(kept.pick());
        ledger.add(LedgerEntry.foreign(folder.resolve("a.csv"), Map.of("time:2022-03-01 all:kept", 0.1)));
        assertEquals(
                List.of(3L), ledger.entries().get(0).runs(), "a file from elsewhere does not take away what it is of");
        assertEquals(3, ledger.entries().get(0).local().size());
        assertEquals(4, Ledger.leftToday(ledger.entries()), "a score means that it was handed in");
    }

    @Test
    void twoCountInTheEnd() throws Exception {
        Ledger ledger = Ledger.in(folder);
        for (String name : List.of("a", "b", "c")) {
            ledger.add(entry(name, 0.2, 0.1));
        }
        List<LedgerEntry> all = ledger.entries();
        ledger.change(all.get(0).picked(true));
        ledger.change(all.get(1).picked(true));
        assertThrows(DataException.class, () -> ledger.change(all.get(2).picked(true)));
        assertEquals(2, ledger.entries().stream().filter(LedgerEntry::pick).count());
    }

    @Test
    void theProtocolThatOrdersAsTheLeaderboardDoesIsFound() throws Exception {
        List<LedgerEntry> entries = List.of(
                entry("a", 0.1, 0.3).scored(0.11, 0.2),
                entry("b", 0.2, 0.2).scored(0.12, 0.1),
                entry("c", 0.3, 0.1).scored(0.13, null),
                entry("d", 0.9, 0.9));
        Map<String, Double> predictors = Predictors.of(entries, LedgerEntry::publicScore);
        assertEquals(
                List.of("time:2022-04-15 all:kept", "time:2022-04-15 all:kept@near"), List.copyOf(predictors.keySet()));
        assertEquals(List.of(1.0, -1.0), List.copyOf(predictors.values()));
        assertTrue(Predictors.of(entries, LedgerEntry::privateScore).isEmpty(), "two points say nothing");
    }

    /** Cut user by user there is no later period, and so no halves; the key names the split. */
    @Test
    void scoresAreNamedByTheirSplit() throws Exception {
        Services services = TestServices.on(folder);
        Prepared data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        for (String split : List.of("time", "leave-one-out", "random:0.8")) {
            try (RunStore store = RunStore.open(folder.resolve("runs"))) {
                ComposeRecipe recipe = new ComposeRecipe(
                        List.of(new ComposeRecipe.Block("popularity", Map.of(), Map.of(), "ranks", "", 0, "")),
                        ComposeRecipe.Filters.NONE);
                CompositionSetup composing = CompositionSetup.of(services, store, recipe, data, () -> data, split);
                Map<String, Double> scores = LocalScores.of(composing, composing.score(25));
                assertEquals(split.equals("time") ? 3 : 1, scores.size(), split);
                String key = scores.keySet().iterator().next();
                assertTrue(key.startsWith(composing.preparedRun().wholeSplit().spec()), key);
                assertEquals(
                        composing.score(25).whole().score(),
                        scores.values().iterator().next(),
                        1e-9,
                        "two ways to one score");
            }
        }
    }

    @Test
    void aBrokenLedgerIsToldAndLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("ledger.json"), "[{\"file\":");
        assertThrows(DataException.class, () -> Ledger.in(folder).entries());
        LedgerEntry entry = entry("a", 0.1, 0.1);
        assertThrows(DataException.class, () -> Ledger.in(folder).add(entry));
        assertEquals("[{\"file\":", Files.readString(file));
    }
}
