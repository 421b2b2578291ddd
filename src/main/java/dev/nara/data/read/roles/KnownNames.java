package dev.nara.data.read.roles;

/** Common names of columns: a first row with one of them is a header. */
public final class KnownNames {
    private KnownNames() {}

    /** Whether a text is such a name. */
    public static boolean has(String cell) {
        return ColumnWords.user(cell) > ColumnWords.WEAK
                || ColumnWords.item(cell) > ColumnWords.WEAK
                || ColumnWords.number(cell)
                || TimeGuess.mentions(cell);
    }
}
