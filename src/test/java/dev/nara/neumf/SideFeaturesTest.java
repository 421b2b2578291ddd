package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideFeaturesTest {
    private static final Dataset TOY = Toy.of(3, 4, new long[][] {{0, 0, 0}, {1, 1, 0}, {2, 3, 0}});

    private static Dataset withGenres(String... genres) {
        return TOY.with(TOY.userAttributes(), new AttributesBuilder(4).build().plus("genres", genres));
    }

    @Test
    void aListIsOneInputForEachOfItsMostFrequentValues() throws DataException {
        Dataset films = withGenres("Comedy|Drama", "Drama", "", "Horror, Drama,Comedy");
        List<SideFeature> inputs = SideFeatures.parse("item.genres:set:2", films);
        assertEquals(
                List.of("item.genres=Drama", "item.genres=Comedy"),
                inputs.stream().map(SideFeature::name).toList());
        assertInputs(new float[] {1, 1, 0, 1}, inputs.get(0));
        assertInputs(new float[] {1, 0, 0, 1}, inputs.get(1));
        assertFalse(inputs.get(0).ofUser());
        assertEquals(3, SideFeatures.parse("item.genres:set", films).size());
    }

    @Test
    void weightsStandAsSharesOfTheHeaviest() throws DataException {
        Dataset films = withGenres("Comedy|Drama", "Drama", "", "Horror, Drama,Comedy");
        assertThrows(DataException.class, () -> SideFeatures.parse("item.genres:weighted", films));
        Dataset weighted = films.with(
                films.userAttributes(),
                films.itemAttributes().plus("genres_weights", new String[] {"9, 4", "0", "", "3, 1"}));
        List<SideFeature> inputs = SideFeatures.parse("item.genres:weighted:2", weighted);
        // (1 + 4) / (1 + 9); the only one; none; (1 + 1) / (1 + 3).
        assertInputs(new float[] {0.5f, 1, 0, 0.5f}, inputs.get(0));
        // The last film's third genre has no weight, which counts as 0: 1 / (1 + 3).
        assertInputs(new float[] {1, 0, 0, 0.25f}, inputs.get(1));
        Dataset wordy = films.with(
                films.userAttributes(),
                films.itemAttributes().plus("genres_weights", new String[] {"much", "", "", ""}));
        assertThrows(DataException.class, () -> SideFeatures.parse("item.genres:weighted", wordy));
    }

    private static void assertInputs(float[] expected, SideFeature feature) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], feature.number(i), feature.name() + " of " + i);
        }
    }

    @Test
    void everyKindTakesItsWidth() throws DataException {
        List<SideFeature> inputs =
                SideFeatures.parse("user.age, user.sex:4, item.genres:set", withGenres("a|b", "b", "c", ""));
        assertEquals(1 + 4 + 3, inputs.stream().mapToInt(SideFeature::width).sum());
        // Two sexes, and a row for whoever has none.
        assertEquals(3, inputs.get(1).categories());
    }

    @Test
    void whatIsNotThereOrSumsUpTheLogIsRefused() {
        assertThrows(DataException.class, () -> SideFeatures.parse("user.height", TOY));
        assertThrows(DataException.class, () -> SideFeatures.parse("user.views", TOY));
        assertThrows(DataException.class, () -> SideFeatures.parse("user.sex:scaled", TOY));
        assertThrows(DataException.class, () -> SideFeatures.parse("user.age, user.age:scaled", TOY));
    }
}
