package dev.nara.ui.data.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Borders keep their order, and leave a day to each part. */
class BordersTest {
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2022, 3, 31);

    private static LocalDate march(int day) {
        return LocalDate.of(2022, 3, day);
    }

    @Test
    void aBorderGoesNoFurtherThanTheNext() {
        Borders borders = new Borders(march(10), march(20));
        assertEquals(new Borders(march(10), march(25)), borders.moved(true, march(25), FIRST, LAST));
        assertEquals(new Borders(march(10), march(11)), borders.moved(true, march(3), FIRST, LAST));
        assertEquals(new Borders(march(10), LAST), borders.moved(true, LocalDate.of(2022, 5, 1), FIRST, LAST));
        assertEquals(new Borders(march(19), march(20)), borders.moved(false, march(30), FIRST, LAST));
        assertEquals(new Borders(march(2), march(20)), borders.moved(false, FIRST, FIRST, LAST));
        assertEquals(new Borders(null, march(2)), new Borders(null, march(9)).moved(true, FIRST, FIRST, LAST));
    }
}
