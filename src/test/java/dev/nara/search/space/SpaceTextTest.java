package dev.nara.search.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTextTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Real("learning_rate", "0.001", 0, 10),
            new Parameter.Real("weight_decay", "0", 0, 1),
            new Parameter.Real("dropout", "0", 0, .9),
            new Parameter.Whole("negatives", "4", 1, 100),
            new Parameter.Sizes("layers", "64-32"),
            new Parameter.Choice("positives", "all", List.of("all", "recent")),
            new Parameter.Features("side_features", ""));

    private static Space parse(String text) throws DataException {
        return SpaceText.parse(
                text,
                name -> PARAMETERS.stream().filter(p -> p.name().equals(name)).findFirst());
    }

    @Test
    void readsEveryForm() throws DataException {
        Space space = parse("learning_rate=1e-4..1e-1:log, negatives=2..32:log,layers=32-16|64-32,"
                + "weight_decay=0|1e-7..1e-3:log,dropout=0..0.5:step=0.1,positives=all|Recent,"
                + "side_features=|user.age,item.genre");
        assertEquals(
                List.of(
                        Dimension.Range.of("learning_rate", 1e-4, .1, false, true),
                        Dimension.Range.of("negatives", 2, 32, true, true),
                        new Dimension.Ordered("layers", List.of("32-16", "64-32"), Optional.empty()),
                        new Dimension.Range("weight_decay", 1e-7, 1e-3, false, true, 0, true, Optional.empty()),
                        new Dimension.Range("dropout", 0, .5, false, false, .1, false, Optional.empty()),
                        new Dimension.Choice("positives", List.of("all", "recent"), Optional.empty()),
                        new Dimension.Choice("side_features", List.of("", "user.age,item.genre"), Optional.empty())),
                space.dimensions());
        String text = "learning_rate=0.0001..0.1:log,negatives=2..32:log,layers=32-16|64-32,"
                + "weight_decay=0|0.0000001..0.001:log,dropout=0..0.5:step=0.1,positives=all|recent,"
                + "side_features=|user.age,item.genre";
        assertEquals(text, SpaceText.of(space));
        assertEquals(space, parse(text));
    }

    @Test
    void listedNumbersKeepTheirOrder() throws DataException {
        assertEquals(
                List.of(new Dimension.Ordered("negatives", List.of("2", "4", "16"), Optional.empty())),
                parse("negatives=2|4|16").dimensions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "negative=2..4; negative cannot be used: there is no such parameter here.",
                "negatives; negatives cannot be used: it has no values.",
                "negatives=0..4; negatives cannot be used: \"0\" is not allowed. Allowed: a whole number from 1 to"
                        + " 100.",
                "negatives=..4; negatives cannot be used: \"\" is not allowed. Allowed: a whole number from 1 to 100.",
                "negatives=8..4; negatives cannot be used: 8 is not below 4.",
                "negatives=2..4:step=.5; negatives cannot be used: \".5\" is not a step.",
                "negatives=2|2.0x; negatives cannot be used: \"2.0x\" is not allowed. Allowed: a whole number from 1"
                        + " to 100.",
                "negatives=2|02; negatives cannot be used: 2 appears twice.",
                "negatives=2..4,negatives=1|2; negatives cannot be used: it appears twice.",
                "dropout=0..0.5:log; dropout cannot be used: a range with :log or a leading 0| must begin above 0, not"
                        + " at 0.",
                "layers=8..16; layers cannot be used: it has no numeric range: list its values, as a|b.",
            })
    void saysWhatIsWrong(String text, String message) {
        DataException e = assertThrows(DataException.class, () -> parse(text));
        assertEquals(
                "The search range of " + message + " Write it as negatives=2..32:log, dropout=0..0.5:step=0.1, "
                        + "weight_decay=0|1e-7..1e-3:log or layers=32-16|64-32, with commas between.",
                e.getMessage());
    }
}
