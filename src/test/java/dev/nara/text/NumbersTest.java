package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void nothingHasNoSign() {
        assertEquals("0.0000", Numbers.signed(-0.0));
        assertEquals("0.0000", Numbers.signed(-0.00004));
        assertEquals("0.0000", Numbers.signed(0.00004));
        assertEquals("-0.0001", Numbers.signed(-0.00006));
        assertEquals("+10.0000", Numbers.signed(10));
        assertEquals("", Numbers.signed(Double.NaN));
    }

    @Test
    void nothingIsSaidToBeCertain() {
        assertEquals("< 1%", Numbers.likelihood(0));
        assertEquals("< 1%", Numbers.likelihood(0.0049));
        assertEquals("1%", Numbers.likelihood(0.006));
        assertEquals("50%", Numbers.likelihood(0.5));
        assertEquals("> 99%", Numbers.likelihood(1));
    }
}
