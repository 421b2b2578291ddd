package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BareNumbersTest {
    @Test
    void figuresHaveNoZeroBeforeThePoint() {
        assertEquals(".2711", BareNumbers.figure(.27112));
        assertEquals("1.2000", BareNumbers.figure(1.2));
        assertEquals("–", BareNumbers.figure(Double.NaN));
        assertEquals(".2711 ± .003", BareNumbers.withMargin(.2711, .0015));
        assertEquals(".2711", BareNumbers.withMargin(.2711, Double.NaN));
        assertEquals(".27", BareNumbers.rounded(.2704, 2));
    }

    @Test
    void differencesHaveTheirSign() {
        assertEquals("+.0052", BareNumbers.signed(.0052));
        assertEquals("−.0013", BareNumbers.signed(-.0013));
        assertEquals(".0000", BareNumbers.signed(-.00001));
        assertEquals("+.005", BareNumbers.signed(.0052, 3));
    }

    @Test
    void valuesAreShort() {
        assertEquals(".0036", BareNumbers.value("0.00361"));
        assertEquals("1e-5", BareNumbers.value("0.00001"));
        assertEquals("12", BareNumbers.value("12"));
        assertEquals("1.5", BareNumbers.value("1.50"));
        assertEquals("64-32", BareNumbers.value("64,32"));
        assertEquals("–", BareNumbers.value(""));
        assertEquals("0", BareNumbers.value("0"));
    }
}
