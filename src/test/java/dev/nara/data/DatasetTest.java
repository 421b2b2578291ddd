package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;

class DatasetTest {
    private static final long[][] ROWS = {{0, 1, 5}, {0, 2, 9}, {2, 1, 3}};
    private static final long[][] DATED = {
        {0, 1, 5 * LogTime.SECOND}, {0, 2, 2 * LogTime.MINUTE + 9 * LogTime.SECOND}, {2, 1, 59 * LogTime.SECOND}
    };
    /** As earlier programs kept the same times: minutes times 100 plus seconds. */
    private static final long[] DATED_THEN = {5, 209, 59};

    private static Dataset with(String value) {
        Dataset toy = Toy.of(3, 4, ROWS);
        AttributesBuilder builder = new AttributesBuilder(3);
        StringColumn column = builder.text("sex");
        column.set(0, value);
        return toy.with(builder.build(), toy.itemAttributes());
    }

    @Test
    void aFingerprintTellsRowsAndAttributesApart() {
        Dataset data = with("M");
        assertEquals(data.fingerprint(), with("M").fingerprint());
        assertNotEquals(data.fingerprint(), with("F").fingerprint());
        assertEquals(data.rowsFingerprint(), with("F").rowsFingerprint());
        assertTrue(data.has(data.fingerprint()));
        assertFalse(data.has(with("F").fingerprint()));
        assertTrue(with("F").has(data.rowsFingerprint()), "what earlier programs stored");
        assertNotEquals(
                data.rowsFingerprint(),
                Toy.of(3, 4, new long[][] {{0, 1, 5}, {0, 2, 9}, {2, 1, 4}}).rowsFingerprint());
    }

    @Test
    void rowsHaveTheFingerprintTheyAlwaysHad() {
        long hash = 17;
        for (int count : new int[] {3, 4}) {
            for (int i = 0; i < count; i++) {
                hash = hash * 1_000_003 + Integer.toString(i).hashCode();
            }
        }
        for (int end : new int[] {2, 2, 3}) {
            hash = hash * 1_000_003 + end;
        }
        long dated = hash;
        for (int r = 0; r < ROWS.length; r++) {
            hash = (hash * 1_000_003 + ROWS[r][1]) * 1_000_003 + ROWS[r][2];
            dated = (dated * 1_000_003 + ROWS[r][1]) * 1_000_003 + DATED_THEN[r];
        }
        assertEquals(
                String.format(Locale.ROOT, "%016x", hash),
                Toy.of(3, 4, ROWS, false, null).rowsFingerprint());
        assertEquals(
                String.format(Locale.ROOT, "%016x", dated), Toy.of(3, 4, DATED).rowsFingerprint());
    }

    @Test
    void anItemIsFoundByItsIdOrByAPartOfItsTitle() {
        Dataset toy = Toy.of(3, 4, ROWS);
        Dataset titled = toy.with(
                toy.userAttributes(),
                Attributes.none()
                        .plus("title", new String[] {"Blue Moon", "Moon 3", "", "Sun"})
                        .withUsualRoles());
        assertArrayEquals(new int[] {3, 1}, titled.find("3", 9), "an id comes before a title");
        assertArrayEquals(new int[] {0}, titled.find("moon", 1));
        assertArrayEquals(new int[] {1}, titled.find("MOON 3", 9));
        assertArrayEquals(new int[0], titled.find("star", 9));
    }
}
