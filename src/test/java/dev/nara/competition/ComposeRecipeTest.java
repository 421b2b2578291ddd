package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.competition.ComposeRecipe.Block;
import dev.nara.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeRecipeTest {
    @TempDir
    private static Path folder;

    private static Block ofAges(String ages) {
        return new Block("own-watched", Map.of(), Map.of(), "ranks", "", 0, ages);
    }

    private static Path file(String ages) throws Exception {
        Path file = folder.resolve("recipe.json");
        new ComposeRecipe(List.of(ofAges(ages)), ComposeRecipe.Filters.NONE).write(file);
        assertTrue(Files.readString(file).contains("\"ages\": \"" + ages + "\""));
        return file;
    }

    @Test
    void agesStandTheYoungerFirst() throws Exception {
        for (String ages : List.of("", "4", "1-4", "3-3")) {
            assertTrue(ofAges(ages).makesSense(), ages);
            assertEquals(ages, ComposeRecipe.read(file(ages)).blocks().get(0).ages());
        }
        for (String ages : List.of("4-1", "-4", "1-", "young", "1000")) {
            assertFalse(ofAges(ages).makesSense(), ages);
            DataException refused = assertThrows(DataException.class, () -> ComposeRecipe.read(file(ages)), ages);
            assertTrue(refused.message(Locale.ENGLISH).contains("1"), refused.message(Locale.ENGLISH));
        }
    }

    @Test
    void aBlockHasOneSource() {
        assertTrue(Block.ofAlgorithm("ease", "new").makesSense());
        assertTrue(Block.ofRuns(List.of(3L, 7L)).makesSense());
        assertFalse(Block.ofRuns(List.of()).makesSense(), "none");
        assertFalse(new Block("ease", Map.of(), Map.of("3", 1.0), "ranks", "", 0, "").makesSense(), "two");
        assertFalse(Block.ofRuns(List.of(3L)).of(Map.of("3", 0.0)).makesSense(), "a run without weight");
        assertFalse(Block.ofAlgorithm("ease", "").taking(-1).makesSense());
    }

    @Test
    void theUsualRecipeHoldsTheRunOnScreen() {
        assertEquals(
                List.of("run 7"),
                ComposeRecipe.usual(7).stream().map(ComposeRecipe.Block::name).toList());
    }
}
