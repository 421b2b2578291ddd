package dev.nara.cli.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Aligns text in terminal columns, of which a Hangul syllable takes two. */
public final class TextTable {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HANGUL, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private TextTable() {}

    /** The text padded with spaces to that many columns, with at least one space. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(1, columns - width(text)));
    }

    /** How many columns a text takes. */
    public static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return WIDE.contains(UnicodeScript.of(codePoint)) || (codePoint >= 0xFF00 && codePoint <= 0xFF60);
    }
}
