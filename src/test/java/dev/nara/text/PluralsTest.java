package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PluralsTest {
    @Test
    void theNumberBeforeDecides() {
        assertEquals("1 log row with a twin", Plurals.chosen("1 log row(s) with a twin"));
        assertEquals("21 log rows, 1,001 users, 0 items", Plurals.chosen("21 log row(s), 1,001 user(s), 0 item(s)"));
        assertEquals("Line 4: 1 album instead of 25", Plurals.chosen("Line 4: 1 album(s) instead of 25"));
        assertEquals("12 s, time (s)", Plurals.chosen("12 s, time (s)"), "seconds are no plural");
    }
}
