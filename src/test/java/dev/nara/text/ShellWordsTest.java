package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void whatAShellWouldActOnIsQuoted() {
        assertEquals("a/평점-1.csv", ShellWords.quoted("a/평점-1.csv"));
        assertEquals("'$(cmd).csv'", ShellWords.quoted("$(cmd).csv"));
        assertEquals("'a\"b.csv'", ShellWords.quoted("a\"b.csv"));
        assertEquals("'it'\\''s'", ShellWords.quoted("it's"));
        assertEquals("''", ShellWords.quoted(""));
        assertEquals("nara '`x`' -y", ShellWords.line(List.of("nara", "`x`", "-y")));
    }
}
