package dev.nara.data.read.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenNumbersTest {
    @Test
    void aSecondSignIsNoNumber() {
        List<String> cells =
                List.of("5", "-5", "- 5", "\u22125", "-$5", "$-5", "$ -5", "- $5", "--5", "+-5", "- -5", "-$-5");
        assertEquals(
                List.of("5", "-5", "- 5", "\u22125", "-$5", "$-5", "$ -5"),
                cells.stream().filter(WrittenNumbers::isNumber).toList());
    }
}
