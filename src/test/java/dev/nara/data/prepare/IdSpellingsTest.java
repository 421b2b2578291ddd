package dev.nara.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.IdIndex;
import dev.nara.data.Toy;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdSpellingsTest {
    private static List<Finding> found(String... items) {
        IdIndex ids = new IdIndex();
        for (String item : items) {
            ids.add(item);
        }
        Dataset toy = Toy.twoTastes(2, items.length, 2);
        return IdSpellings.of(new Dataset(
                toy.source(),
                toy.users(),
                ids,
                toy.interactions(),
                toy.userAttributes(),
                toy.itemAttributes(),
                toy.task()));
    }

    @Test
    void numbersOtherwiseWritten() {
        assertEquals(
                List.of(new Finding("id-spelling-items", 3, List.of("007 / 7", "7.0 / 7", "00 / 0"))),
                found("007", "7", "7.0", "70", "0", "00"));
        assertEquals(List.of(new Finding("id-spelling-items", 1, List.of("07.0 / 007"))), found("007", "8", "07.0"));
    }

    @Test
    void wordsOtherwiseWritten() {
        assertEquals(
                List.of(new Finding("id-spelling-items", 3, List.of("A / a", "Ａ / a", "New  York / new york"))),
                found("a", "A", "Ａ", "new york", "New  York"));
    }

    @Test
    void otherIdsAreOthers() {
        assertEquals(List.of(), found("1", "10", "1.5", "1e3", "1000", "a-1", "a_1", "가", "나"));
    }
}
