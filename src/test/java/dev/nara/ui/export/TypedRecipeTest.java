package dev.nara.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.competition.ComposeRecipe.Block;
import dev.nara.competition.ComposeRecipe.Filters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedRecipeTest {
    private static final Block RULE = Block.ofAlgorithm("own-watched", "only");

    @Test
    void agesAreTakenAsARecipeFileTakesThem() {
        Block young = TypedRecipe.ages(RULE, " 3-5 ");
        assertEquals("3-5", young.ages());
        assertEquals("4", TypedRecipe.ages(young, "4").ages());
        assertEquals("3-5", TypedRecipe.ages(young, "4-1").ages(), "the younger comes first");
        assertEquals("3-5", TypedRecipe.ages(young, "all").ages());
        assertEquals("", TypedRecipe.ages(young, "").ages());
    }

    @Test
    void aNumberOfItemsIsAtMostAList() {
        Block twelve = TypedRecipe.take(RULE, "12");
        assertEquals(12, twelve.take());
        assertEquals(25, TypedRecipe.take(twelve, "30").take());
        assertEquals(12, TypedRecipe.take(twelve, "-3").take());
        assertEquals(0, TypedRecipe.take(twelve, " ").take());
    }

    @Test
    void weightsAreOfTheBlocksOwnRuns() {
        Block runs = Block.ofRuns(List.of(3L, 7L));
        assertEquals("3=1, 7=1", TypedRecipe.weights(runs));
        assertEquals(
                Map.of("3", 2.0, "7", 0.5),
                TypedRecipe.weights(runs, "7 = 0.5, 3=2, 9=1").runs());
        assertEquals(
                Map.of("3", 1.0, "7", 0.5),
                TypedRecipe.weights(runs, "3=0, 7=0.5").runs(),
                "no run weighs nothing");
        assertEquals(
                Map.of("3", 1.0, "7", 1.0),
                TypedRecipe.weights(runs, "3=Infinity, 7=x").runs());
    }

    @Test
    void onlyKnownChoicesAreTaken() {
        assertEquals("new", TypedRecipe.choices(RULE, "new", "scores").seen());
        assertEquals(RULE, TypedRecipe.choices(RULE, "old", "scores"));
    }

    @Test
    void sharesAreBetweenNoneAndAll() {
        Filters half = TypedRecipe.share(Filters.NONE, "0.5");
        assertEquals(0.5, half.minimumWatchedShare());
        assertEquals(0.5, TypedRecipe.share(half, "1.5").minimumWatchedShare());
        assertEquals(0.5, TypedRecipe.share(half, "NaN").minimumWatchedShare());
        assertEquals(0, TypedRecipe.share(half, "").minimumWatchedShare());
        assertEquals(0.25, TypedRecipe.diversity(half, "0.25").diversity());
        assertEquals(0, TypedRecipe.diversity(half, "-1").diversity());
        assertEquals(2, TypedRecipe.series(half, "2").seriesAtMost());
        assertEquals(
                new Filters(0, List.of("tale", "song"), List.of(), 0.5, 0),
                TypedRecipe.genres(half, "tale, , song", ""));
    }
}
