package dev.nara.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static String counted(boolean interactive, long rows) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        new Output(stream, stream, Locale.ENGLISH, interactive).counting().at(rows, rows);
        return err.toString(StandardCharsets.UTF_8);
    }

    /** How many rows there will be is not known. */
    @Test
    void countsTheRowsOfAQuery() {
        assertEquals("\r\u001b[K20,000 rows read…", counted(true, 20_000));
        assertEquals("", counted(true, 0));
        assertEquals("", counted(false, 20_000));
    }
}
