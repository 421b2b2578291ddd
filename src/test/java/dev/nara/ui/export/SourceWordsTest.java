package dev.nara.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.LedgerEntry;
import dev.nara.ui.common.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWordsTest {
    @TempDir
    private Path folder;

    @Test
    void aSubmissionSaysWhatItIsMadeOfInTheLanguageOfTheWindow() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "a");
        List<ComposeRecipe.Block> both = List.of(
                ComposeRecipe.Block.ofAlgorithm("own-watched", "only"), ComposeRecipe.Block.ofRuns(List.of(1L)));
        ComposeRecipe recipe = new ComposeRecipe(both, ComposeRecipe.Filters.NONE);
        LedgerEntry composed = LedgerEntry.composed(file, recipe, List.of(3L), Map.of());
        LedgerEntry run = LedgerEntry.ofRun(file, 1, List.of(), Map.of());
        assertEquals("Most watched by the user + Run 1 (fit 3)", SourceWords.of(composed, new Texts(Locale.ENGLISH)));
        assertEquals("Run 1", SourceWords.of(run, new Texts(Locale.ENGLISH)));
        assertEquals("실행 1", SourceWords.of(run, new Texts(Locale.KOREAN)));
        assertEquals("", SourceWords.of(LedgerEntry.foreign(file, Map.of()), new Texts(Locale.KOREAN)));
    }
}
