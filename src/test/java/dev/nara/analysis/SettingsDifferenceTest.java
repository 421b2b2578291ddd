package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsDifferenceTest {
    private static StoredRun run(String algorithm, Map<String, String> values, long seed) {
        return TestRuns.run(seed, algorithm, values, seed, Map.of("HR@10", 0.5));
    }

    @Test
    void aNameIsMadeOfWhatDiffers() {
        StoredRun before = run("neumf", Map.of("layers", "32-16", "negatives", "4", "dropout", "0"), 1);
        StoredRun now = run("neumf", Map.of("layers", "64-32", "negatives", "8", "dropout", "0"), 2);
        SettingsDifference difference = SettingsDifference.of(now, before);
        assertEquals(2, difference.changes().size(), "another seed is no other setting");
        assertEquals(
                List.of("MLP layers 32-16 → 64-32", "Negatives per positive 4 → 8"),
                List.of(difference.way(Locale.ENGLISH).split(", ")).stream()
                        .sorted()
                        .toList());
        assertEquals(
                List.of("32-16", "neg 4"),
                List.of(difference.shortBefore(Locale.ENGLISH).split(" · ")).stream()
                        .sorted()
                        .toList());
    }

    @Test
    void ofAnotherAlgorithmOnlyWhatBothHaveIsCompared() {
        StoredRun before = run("gmf", Map.of("negatives", "4"), 1);
        StoredRun now = run("mf", Map.of("factors", "64", "negatives", "8"), 1);
        assertEquals(
                "gmf → mf, 양성당 음성 표본 수 4 → 8",
                SettingsDifference.of(now, before).way(Locale.KOREAN));
        assertEquals("GMF only · neg 4", SettingsDifference.of(now, before).shortBefore(Locale.ENGLISH));
        assertEquals("MF · neg 8", SettingsDifference.of(before, now).shortBefore(Locale.ENGLISH));
    }

    @Test
    void moreThanThreeAreCounted() {
        StoredRun before =
                run("mf", Map.of("factors", "8", "negatives", "4", "learning_rate", "1", "weight_decay", "0"), 1);
        StoredRun now =
                run("ials", Map.of("factors", "9", "negatives", "5", "learning_rate", "2", "weight_decay", "1"), 1);
        String name = SettingsDifference.of(before, now).shortBefore(Locale.ENGLISH);
        assertEquals("and 2 more", name.substring(name.length() - 10), name);
        assertEquals("iALS", name.substring(0, 4));
    }
}
