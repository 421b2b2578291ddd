package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {
    @TempDir
    private Path folder;

    private Pseudonyms of(String workspace) throws Exception {
        return Pseudonyms.of(Files.createDirectories(folder.resolve(workspace)));
    }

    private static IdIndex ids(int count) {
        IdIndex ids = new IdIndex();
        for (int n = 0; n < count; n++) {
            ids.add(Integer.toString(n));
        }
        return ids;
    }

    @Test
    void namesAreTheWorkspacesOwnAndStay() throws Exception {
        Map<String, Pseudonyms.Name> names = of("a").names(ids(500));
        assertEquals(names, of("a").names(ids(500)));
        assertNotEquals(names, of("b").names(ids(500)));
        assertEquals(of("a").value("age", "5"), of("a").value("age", "5"));
    }

    @Test
    void noTwoUsersOfTheSameDataShareANameAndNumbersAreShort() throws Exception {
        Map<String, Pseudonyms.Name> names = of("a").names(ids(8311));
        assertEquals(8311, new HashSet<>(names.values()).size());
        assertTrue(names.values().stream().allMatch(name -> name.animal() >= 0 && name.animal() < 64));
        assertTrue(names.values().stream().allMatch(name -> name.number() >= 1 && name.number() <= 260));
        assertTrue(of("a").stranger("nobody").number() >= 100_000, "told apart from those who are known");
    }

    @Test
    void aKeyThatIsNoneMakesNoNames() throws Exception {
        of("a");
        Files.writeString(folder.resolve("a/pseudonyms.key"), "");
        assertThrows(Pseudonyms.DamagedKeyException.class, () -> of("a"));
    }

    @Test
    void aKeyOfWhichOneDigitWasChangedMakesNoNamesUntilItIsSetAside() throws Exception {
        of("a");
        Path file = folder.resolve("a/pseudonyms.key");
        String key = Files.readString(file);
        String changed = (key.charAt(0) == '0' ? "1" : "0") + key.substring(1);
        Files.writeString(file, changed);
        assertThrows(Pseudonyms.DamagedKeyException.class, () -> of("a"));
        Path aside = Pseudonyms.setAside(folder.resolve("a"));
        assertEquals(changed, Files.readString(aside));
        assertEquals(of("a").names(ids(5)), of("a").names(ids(5)));
    }

    @Test
    void aKeyFromBeforeItHadASumStays() throws Exception {
        of("a");
        Path file = folder.resolve("a/pseudonyms.key");
        Map<String, Pseudonyms.Name> names = of("a").names(ids(5));
        Files.writeString(file, Files.readString(file).substring(0, 64));
        assertEquals(names, of("a").names(ids(5)));
    }
}
