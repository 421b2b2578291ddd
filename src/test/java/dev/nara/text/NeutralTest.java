package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeutralTest {
    @Test
    void whatMovesTheCursorOrTurnsTheDirectionIsMarked() {
        assertEquals("a\ufffd[2Jb", Neutral.of("a\u001b[2Jb"));
        assertEquals("\ufffdgnp.exe", Neutral.of("\u202Egnp.exe"));
        assertEquals("a\ufffdb", Neutral.of("a\rb"));
        assertEquals("a\ufffdb\ufffdc", Neutral.line("a\nb\u2028c"));
        String plain = "달토끼의 여행\t3화\n";
        assertSame(plain, Neutral.of(plain));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "=HYPERLINK(1) | '=HYPERLINK(1)",
                "+cmd | '+cmd",
                "@SUM(A1) | '@SUM(A1)",
                "-1+2 | '-1+2",
                "-0.25 | -0.25",
                "+3 | +3",
                "3화 | 3화"
            })
    void aFormulaBecomesText(String cell, String neutral) {
        assertEquals(neutral, Neutral.cell(cell));
    }
}
