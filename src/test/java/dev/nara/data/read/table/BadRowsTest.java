package dev.nara.data.read.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadRowsTest {
    private final Findings findings = new Findings();
    private final List<String> taken = new ArrayList<>();

    /** A row with one cell. */
    private static final class OneCell extends DataRow {
        private final long line;
        private final String cell;

        OneCell(long line, String cell) {
            super(Path.of("log"), List.of("n"));
            this.line = line;
            this.cell = cell;
        }

        @Override
        public String text(int column) {
            return cell;
        }

        @Override
        protected long line() {
            return line;
        }
    }

    private BadRows of(boolean skip, String... cells) throws DataException {
        BadRows rows = new BadRows(skip, 1, row -> taken.add(row.required(0)));
        for (int n = 0; n < cells.length; n++) {
            rows.accept(new OneCell(n + 1, cells[n]));
        }
        return rows;
    }

    private static String[] rows(int good, int bad) {
        String[] rows = new String[good + bad];
        for (int n = 0; n < rows.length; n++) {
            rows[n] = n < bad ? "" : "x";
        }
        return rows;
    }

    @Test
    void goodRowsAreHandedOn() throws DataException {
        assertEquals(List.of(), of(false, "a", "b").end(findings));
        assertEquals(List.of("a", "b"), taken);
        assertEquals(List.of(), findings.list());
    }

    @Test
    void oneBadRowIsRefusedInItsOwnWords() throws DataException {
        BadRows rows = of(false, rows(99, 1));
        DataException refused = assertThrows(DataException.class, () -> rows.end(findings));
        assertEquals(
                "log:1: n is empty. Fill in the cell or remove the row. To leave such rows out: --bad-rows skip,"
                        + " or in the window the box “Leave out rows that cannot be read”.",
                refused.getMessage());
    }

    @Test
    void theOthersAreCounted() throws DataException {
        BadRows rows = of(false, rows(97, 3));
        DataException refused = assertThrows(DataException.class, () -> rows.end(findings));
        assertTrue(refused.getMessage().startsWith("log:1: n is empty. 2 more of 100 rows cannot be read either."));
    }

    @Test
    void whereTooManyAreBadLeavingThemOutIsNotOffered() throws DataException {
        BadRows rows = of(false, rows(94, 6));
        DataException refused = assertThrows(DataException.class, () -> rows.end(findings));
        assertFalse(refused.getMessage().contains("--bad-rows"), refused.getMessage());
    }

    @Test
    void aTwentiethMayBeLeftOut() throws DataException {
        assertEquals(5, of(true, rows(95, 5)).end(findings).size());
        assertEquals(
                List.of(new Finding("skipped-rows", 5, List.of("1: ", "2: ", "3: ", "4: ", "5: "))), findings.list());
        assertEquals(95, taken.size());
        BadRows more = of(true, rows(94, 6));
        DataException refused = assertThrows(DataException.class, () -> more.end(findings));
        assertTrue(refused.getMessage().contains("more than the 5% of rows"), refused.getMessage());
    }

    @Test
    void otherWordsAreRefused() throws DataException {
        assertTrue(BadRows.skips("skip"));
        assertFalse(BadRows.skips("stop"));
        assertFalse(BadRows.skips(null));
        assertThrows(DataException.class, () -> BadRows.skips("maybe"));
    }
}
