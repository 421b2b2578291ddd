package dev.nara.search.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nara.data.DataException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceJsonTest {
    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    @Test
    void readsTheFormOfAsk() throws DataException {
        Space space = SpaceJson.parse(
                json("{'goal': 'maximize', 'parameters': [{'name': 'a', 'kind': 'real', 'low': 1e-4, 'high': 0.1,"
                        + " 'scale': 'log', 'zero': true},{'name': 'b', 'kind': 'whole', 'low': 1, 'high': 8,"
                        + " 'step': 2},{'name': 'c', 'kind': 'choice', 'values': ['x', 'y']},{'name': 'd', 'kind':"
                        + " 'ordered', 'values': [16, 32.0, 64], 'when': {'name': 'c', 'values': ['y']}}]}"));
        assertEquals(
                List.of(
                        new Dimension.Range("a", 1e-4, .1, false, true, 0, true, Optional.empty()),
                        new Dimension.Range("b", 1, 8, true, false, 2, false, Optional.empty()),
                        new Dimension.Choice("c", List.of("x", "y"), Optional.empty()),
                        new Dimension.Ordered(
                                "d",
                                List.of("16", "32", "64"),
                                Optional.of(new Dimension.Condition("c", Set.of("y"))))),
                space.dimensions());
        assertEquals(space, SpaceJson.parse(SpaceJson.of(space)));
    }

    @Test
    void settingsAreSpeltAsValues() throws DataException {
        assertEquals(Map.of("a", "0.0001", "c", "1e-4"), SpaceJson.settings(json("{'a': 1e-4, 'c': '1e-4'}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; parameters",
                "{'parameters': []}; parameters",
                "{'parameters': [3]}; parameters",
                "{'parameters': [{'name': 'a', 'kind': 'float'}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'real', 'low': 1}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'real', 'low': 'x', 'high': 1}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'real', 'low': 0, 'high': 1, 'scale': 'log'}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'choice', 'values': []}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'choice', 'values': ['x', 'x']}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'choice', 'values': [['x']]}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'choice', 'values': ['x'], 'when': 3}]}; a ",
                "{'parameters': [{'name': 'a', 'kind': 'choice', 'values': ['x']}, {'name': 'a', 'kind': 'choice',"
                        + " 'values': ['x']}]}; parameters",
            })
    void saysWhatIsWrong(String text, String name) {
        DataException e = assertThrows(DataException.class, () -> SpaceJson.parse(json(text)));
        assertTrue(e.getMessage().startsWith("The search range of " + name), e.getMessage());
    }
}
