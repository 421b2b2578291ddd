package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCheckTest {
    /** Of the two bytes "ab". */
    private static final String HASH = "fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603";

    @TempDir
    private Path folder;

    private List<String> found() {
        return LedgerCheck.of(folder).stream()
                .map(finding -> finding.kind() + " " + finding.what() + (finding.repaired() ? " mended" : ""))
                .toList();
    }

    @Test
    void theLedgerAndItsCopiesAreChecked() throws Exception {
        assertEquals(List.of(), found());
        Path file = Files.writeString(folder.resolve("s.csv"), "ab");
        Ledger.in(folder).add(LedgerEntry.foreign(file, Map.of("all", 0.25)));
        assertEquals(List.of(), found());
        Files.writeString(folder.resolve("submissions/" + HASH + ".csv"), "ac");
        assertEquals(List.of("FILE submissions/" + HASH + ".csv"), found());
        Path ledger = folder.resolve("ledger.json");
        Files.writeString(ledger, Files.readString(ledger).replace("0.25", "0.35"));
        assertEquals(List.of("FILE ledger.json"), found());
    }
}
