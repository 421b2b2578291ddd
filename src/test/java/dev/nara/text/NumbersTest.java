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
}
