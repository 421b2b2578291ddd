package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    void noCharacterOfTheLedgerCanBeChanged() throws Exception {
        Ledger ledger = Ledger.in(folder);
        ledger.add(entry("a.csv", 0.25, 0.1));
        List<LedgerEntry> entries = ledger.entries();
        byte[] whole = Files.readAllBytes(folder.resolve("ledger.json"));
        for (int at = 0; at < whole.length - 1; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(folder.resolve("ledger.json"), changed);
            try {
                assertEquals(entries, ledger.entries(), () -> new String(changed, StandardCharsets.UTF_8));
            } catch (DataException e) {
                assertEquals(
                        "The list of submissions cannot be read.", e.problem().in(Locale.ENGLISH));
            }
        }
    }

    @Test
    void aLedgerOfEarlierVersionsIsRead() throws Exception {
        Files.writeString(
                folder.resolve("ledger.json"), "[{\"sha256\":\"ab12\",\"file\":\"/tmp/s.csv\",\"publicScore\":0.5}]\n");
        assertEquals(0.5, Ledger.in(folder).entries().get(0).publicScore());
    }

    @Test
    void aChangedCopyIsReportedAndComesBackWithItsFile() throws Exception {
        Ledger ledger = Ledger.in(folder);
        ledger.add(entry("a.csv", 0.25, 0.1));
        LedgerEntry entry = ledger.entries().get(0);
        Files.writeString(ledger.copy(entry), "b.csv");
        DataException changed = assertThrows(DataException.class, () -> ledger.copy(entry));
        assertEquals(
                "The copy of this submission was changed.", changed.problem().in(Locale.ENGLISH));
        ledger.add(entry("a.csv", 0.25, 0.1));
        assertEquals("a.csv", Files.readString(ledger.copy(entry)));
    }

    @Test
    void aCopyWithoutAnErasedUserIsWhole() throws Exception {
        Ledger ledger = Ledger.in(folder);
        Path file = Files.writeString(folder.resolve("s.csv"), "profile_id,predicted_list\n7,\"[1]\"\n8,\"[2]\"\n");
        ledger.add(LedgerEntry.foreign(file, Map.of()));
        ledger.forget(ledger.entries().get(0), "7");
        LedgerEntry entry = ledger.entries().get(0);
        assertEquals("profile_id,predicted_list\n8,\"[2]\"\n", Files.readString(ledger.copy(entry)));
        Files.writeString(ledger.copy(entry), "profile_id,predicted_list\n8,\"[3]\"\n");
        assertThrows(DataException.class, () -> ledger.copy(entry));
    }

    private static final String HEAD = "profile_id,predicted_list\n";

    private LedgerEntry entered(String rows) throws Exception {
        LedgerEntry entry = LedgerEntry.foreign(Files.writeString(folder.resolve("s.csv"), HEAD + rows), Map.of());
        Ledger.in(folder).add(entry);
        return entry;
    }

    private Path place(LedgerEntry entry) {
        return folder.resolve("submissions").resolve(entry.sha256() + ".csv");
    }

    private static String remedy(Ledger ledger, LedgerEntry entry) {
        return assertThrows(DataException.class, () -> ledger.copy(entry))
                .remedy()
                .in(Locale.ENGLISH);
    }

    @Test
    void aUserWhomAnEarlierVersionErasedDoesNotComeBack() throws Exception {
        LedgerEntry entry = entered("7,\"[1]\"\n8,\"[2]\"\n");
        Files.writeString(folder.resolve("ledger.json"), "[{\"sha256\":\"" + entry.sha256() + "\"}]\n");
        Files.writeString(place(entry), HEAD + "8,\"[2]\"\n");
        Ledger ledger = Ledger.in(folder);
        assertEquals(place(entry), ledger.copy(ledger.entries().get(0)), "it is what the earlier version left");
        assertEquals(List.of(), LedgerCheck.of(folder));
        ledger.add(entry);
        assertEquals(
                HEAD + "8,\"[2]\"\n",
                Files.readString(ledger.copy(ledger.entries().get(0))));
        Files.writeString(place(entry), HEAD + "8,\"[3]\"\n");
        assertThrows(DataException.class, () -> ledger.copy(ledger.entries().get(0)), "the ledger has a sum now");
    }

    @Test
    void anErasedCopyThatIsDamagedOrLostIsNotMadeOfItsFile() throws Exception {
        Ledger ledger = Ledger.in(folder);
        LedgerEntry entry = entered("7,\"[1]\"\n8,\"[2]\"\n");
        ledger.forget(entry, "7");
        Files.writeString(place(entry), HEAD);
        ledger.add(entry);
        assertEquals(HEAD, Files.readString(place(entry)));
        assertTrue(remedy(ledger, ledger.entries().get(0)).startsWith("Put the copy back from a backup"));
        Files.delete(place(entry));
        ledger.add(entry);
        assertFalse(Files.exists(place(entry)));
    }

    @Test
    void aChangedCopyIsNotWholeWithoutAUser() throws Exception {
        Ledger ledger = Ledger.in(folder);
        LedgerEntry entry = entered("7,\"[1]\"\n8,\"[2]\"\n");
        Files.writeString(place(entry), HEAD + "7,\"[1]\"\n8,\"[3]\"\n");
        ledger.forget(entry, "7");
        assertEquals(HEAD + "8,\"[3]\"\n", Files.readString(place(entry)));
        assertTrue(remedy(ledger, ledger.entries().get(0)).startsWith("Put the copy back from a backup"));
        ledger.add(entry);
        assertEquals(HEAD + "8,\"[3]\"\n", Files.readString(place(entry)), "the user does not come back");
    }

    @Test
    void anErasureStaysKnownWhereAnEntryFromBeforeItIsChanged() throws Exception {
        Ledger ledger = Ledger.in(folder);
        LedgerEntry before = entered("7,\"[1]\"\n8,\"[2]\"\n");
        ledger.forget(before, "7");
        ledger.change(before.picked(true));
        LedgerEntry entry = ledger.entries().get(0);
        assertTrue(entry.pick());
        assertEquals(HEAD + "8,\"[2]\"\n", Files.readString(ledger.copy(entry)));
    }

    @Test
    void aBrokenLedgerIsReportedAndLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("ledger.json"), "[{\"file\":");
        assertThrows(DataException.class, () -> Ledger.in(folder).entries());
        LedgerEntry entry = entry("a", 0.1, 0.1);
        assertThrows(DataException.class, () -> Ledger.in(folder).add(entry));
        assertEquals("[{\"file\":", Files.readString(file));
    }
}
