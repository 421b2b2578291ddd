package dev.nara.data.read.roles;

/** Names that columns have: a first row with one of them is a header. */
public final class KnownNames {
    private KnownNames() {}

    /** Whether a text is one. */
    public static boolean has(String cell) {
        return ColumnWords.user(cell) > ColumnWords.WEAK
                || ColumnWords.item(cell) > ColumnWords.WEAK
                || ColumnWords.number(cell)
                || TimeGuess.mentions(cell);
    }
}
