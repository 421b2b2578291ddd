package dev.nara.search.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.SearchRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorthTryingTest {
    private static final Parameter SIZE =
            new Parameter.Whole("size", "8", 1, 4096).searched(SearchRange.ladder("8", "16", "32", "64", "128"));

    private static List<String> around(Parameter parameter, String value) {
        return WorthTrying.around(parameter, value);
    }

    @Test
    void aSizeHasItsNeighboursOnTheLadder() {
        assertEquals(List.of("8", "16", "32"), around(SIZE, "16"));
        assertEquals(List.of("32", "64", "128"), around(SIZE, "64"));
        assertEquals(List.of("8", "16", "32"), around(SIZE, "8"));
        assertEquals(List.of("64", "128", "256"), around(SIZE, "256"), "it is not on it");
        Parameter layers =
                new Parameter.Sizes("layers", "32-16").searched(SearchRange.ladder("32-16", "64-32", "128-64"));
        assertEquals(List.of("32-16", "64-32", "128-64"), around(layers, "64,32"));
    }

    @Test
    void aNumberHasTheHalfAndTheDoubleOrAThirdAndThreefold() {
        Parameter negatives = new Parameter.Whole("negatives", "4", 0, 1000).searched(SearchRange.log(2, 32));
        assertEquals(List.of("4", "8", "16"), around(negatives, "8"));
        Parameter rate = new Parameter.Real("rate", "0.001", 1e-7, 10).searched(SearchRange.log(3e-4, 3e-2));
        assertEquals(List.of("0.0003", "0.001", "0.003"), around(rate, "0.001"));
        Parameter decay = new Parameter.Real("decay", "0", 0, 10).searched(SearchRange.zeroOrLog(1e-7, 1e-4));
        assertEquals(List.of("0", "0.000001", "0.00001"), around(decay, "0"));
        Parameter dropout = new Parameter.Real("dropout", "0", 0, .9).searched(SearchRange.linear(0, .5, .05));
        assertEquals(List.of("0", "0.1", "0.2"), around(dropout, "0"));
        assertEquals(List.of("0.1", "0.2", "0.3"), around(dropout, "0.2"));
        assertEquals(List.of("10", "20", "40"), around(new Parameter.Whole("epochs", "20", 1, 1000), "20"));
        assertEquals(List.of("1", "2", "3"), around(new Parameter.Whole("epochs", "20", 1, 1000), "1"));
    }

    @Test
    void wordsAreTriedOneAndAll() {
        assertEquals(List.of("adam", "sgd"), around(new Parameter.Choice("o", "adam", List.of("adam", "sgd")), "sgd"));
        assertEquals(List.of("32-16"), around(new Parameter.Sizes("layers", "32-16"), "32-16"));
    }
}
