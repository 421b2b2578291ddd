package dev.nara.cli.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nara.data.DataException;
import dev.nara.search.sampler.Samplers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskDialogueTest {
    private static final String SPACE = "{'goal': 'minimize', 'parameters': ["
            + "{'name': 'a', 'kind': 'real', 'low': 1e-4, 'high': 0.1, 'scale': 'log'},"
            + "{'name': 'b', 'kind': 'choice', 'values': ['1', '2']},"
            + "{'name': 'c', 'kind': 'ordered', 'values': [16, 32.0]}]}";

    private static AskDialogue dialogue(String sampler) throws DataException {
        return new AskDialogue(
                JsonParser.parseString(SPACE.replace('\'', '"')).getAsJsonObject(),
                Samplers.named(sampler),
                1,
                Locale.ENGLISH);
    }

    private static List<JsonObject> say(AskDialogue dialogue, String line) throws DataException {
        return dialogue.answers(line.replace('\'', '"'));
    }

    @Test
    void wordsStayWordsAndNumbersNumbers() throws DataException {
        assertEquals(
                "{\"settings\":{\"a\":0.0001,\"b\":\"1\",\"c\":16},\"why\":\"next of the grid\"}",
                say(dialogue("grid"), "{'ask': 1}").get(0).toString());
    }

    @Test
    void whatIsPendingIsNotAskedAgain() throws DataException {
        AskDialogue dialogue = dialogue("grid");
        Set<JsonObject> asked = new HashSet<>(say(dialogue, "{'ask': 2}"));
        assertEquals(List.of(), say(dialogue, "{'tell': {'settings': {'a': 1e-4, 'b': '1', 'c': 16}, 'value': null}}"));
        asked.addAll(say(dialogue, "{'ask': 3}"));
        assertEquals(5, asked.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[1]",
                "{'ask': 0}",
                "{'ask': 1.5}",
                "{'ask': 'x'}",
                "{'tell': 3}",
                "{'tell': {'value': 3}}",
                "{'tell': {'settings': {'a': 0.01, 'b': '1', 'c': 16}}}",
                "{'tell': {'settings': {'a': 0.01, 'b': '1', 'c': 16}, 'value': 'x'}}",
                "{'tell': {'settings': {'a': 0.01, 'b': '3', 'c': 16}, 'value': 3}}",
                "{'tell': {'settings': {'a': 0.01, 'b': '1'}, 'value': 3}}",
                "{'tell': {'settings': {'a': 0.01, 'b': '1', 'c': [16]}, 'value': 3}}",
            })
    void aLineThatIsNeitherIsRefused(String line) {
        DataException e = assertThrows(DataException.class, () -> say(dialogue("random"), line));
        assertTrue(e.getMessage().length() > 20, e.getMessage());
    }
}
