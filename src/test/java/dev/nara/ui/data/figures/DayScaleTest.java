package dev.nara.ui.data.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.common.Texts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Half a year of which the last month has just begun. */
class DayScaleTest {
    private static final DayScale SCALE =
            new DayScale(LocalDate.parse("1997-09-20"), LocalDate.parse("1998-04-22"), 32, 653);

    @Test
    void noDayIsNamedTwiceOrOverAnother() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            List<DayScale.Named> named = SCALE.named(new DataWords(new Texts(language), false), List.of(), 70);
            List<String> names = named.stream().map(DayScale.Named::name).toList();
            assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
            for (int n = 0; n < named.size(); n++) {
                DayScale.Named one = named.get(n);
                assertTrue(
                        named.stream()
                                .filter(other -> !other.equals(one))
                                .allMatch(other -> other.to() <= one.from() || other.from() >= one.to()),
                        one.toString());
            }
        }
    }
}
