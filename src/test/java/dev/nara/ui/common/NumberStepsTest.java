package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.SearchRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStepsTest {
    private static final Parameter EPOCHS = new Parameter.Whole("epochs", "20", 1, 1000);
    private static final Parameter RATE =
            new Parameter.Real("rate", "0.001", 1e-7, 10).searched(SearchRange.log(3e-4, 3e-2));

    private static String up(Parameter parameter, String value) {
        return NumberSteps.next(parameter, value, true);
    }

    private static String down(Parameter parameter, String value) {
        return NumberSteps.next(parameter, value, false);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "8, 9", "9, 10", "10, 15", "20, 25", "22, 25", "100, 150"})
    void wholeNumbersGoByOneThenByFiveThenByFifty(String value, String next) {
        assertEquals(next, up(EPOCHS, value));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 1", "10, 9", "20, 15", "22, 20", "100, 95", "150, 100"})
    void andBack(String value, String next) {
        assertEquals(next, down(EPOCHS, value));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.002, 0.0005", "0.002, 0.005, 0.001", "0.0003, 0.0005, 0.0002", "0.005, 0.01, 0.002"})
    void ratesGoByOneTwoFive(String value, String up, String down) {
        assertEquals(up, up(RATE, value));
        assertEquals(down, down(RATE, value));
    }

    @Test
    void sizesGoAlongTheirLadderAndSharesByTheirStep() {
        Parameter size = new Parameter.Whole("size", "8", 1, 4096).searched(SearchRange.ladder("8", "16", "32"));
        assertEquals("16", up(size, "8"));
        assertEquals("16", up(size, "12"));
        assertEquals("64", up(size, "32"), "beyond it doubles");
        assertEquals("4", down(size, "8"));
        Parameter dropout = new Parameter.Real("dropout", "0", 0, .9).searched(SearchRange.linear(0, .5, .05));
        assertEquals("0.05", up(dropout, "0"));
        assertEquals("0", down(dropout, "0"), "less is not allowed");
        assertEquals("0.3", up(dropout, "0.25"));
        Parameter decay = new Parameter.Real("decay", "0", 0, 10).searched(SearchRange.zeroOrLog(1e-7, 1e-3));
        assertEquals("0.0000001", up(decay, "0"));
        assertEquals("0", down(decay, "0.0000001"));
        assertEquals("many", up(EPOCHS, "many"));
    }
}
