package dev.nara.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Sizes("layers", "32-16"),
            new Parameter.Real("rate", "0.1", 0, 1),
            new Parameter.Whole("epochs", "5", 1, 9));

    @Test
    void settingsReplaceDefaults() throws DataException {
        ParameterValues values = ParameterValues.of(PARAMETERS, Map.of("layers", "64, 8"));
        assertArrayEquals(new int[] {64, 8}, values.sizes("layers"));
        assertEquals(0.1, values.real("rate"));
        assertEquals(5, values.whole("epochs"));
    }

    @Test
    void unknownNamesAndWrongValuesAreRefused() {
        assertThrows(DataException.class, () -> ParameterValues.of(PARAMETERS, Map.of("layer", "64")));
        assertThrows(DataException.class, () -> ParameterValues.of(PARAMETERS, Map.of("rate", "2")));
    }

    @ParameterizedTest
    @CsvSource({"64-32,true", "64,true", "0-32,false", "64-,false", "a,false", "'',false"})
    void layersAreSizes(String text, boolean accepted) {
        assertEquals(accepted, new Parameter.Sizes("layers", "").accepts(text));
    }

    @Test
    void featuresNameATableAndAColumn() {
        Parameter.Features features = new Parameter.Features("features", "");
        assertTrue(features.accepts(""));
        assertTrue(features.accepts("user.age, item.genre_mid:14, item.run_time:scaled"));
        assertFalse(features.accepts("age"));
        assertFalse(features.accepts("user.age,"));
    }
}
