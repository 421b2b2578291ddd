package dev.nara.data.read.roles;

import java.util.Locale;
import java.util.Set;

/** Words that programs write for missing values. */
public final class EmptyWords {
    private static final Set<String> ALL = Set.of(
            "na", "n/a", "nan", "null", "none", "nil", "\\n", "<na>", "#n/a", "-", "–", "inf", "-inf", "infinity");

    private EmptyWords() {}

    /** Whether a cell, without surrounding blanks, is empty or such a word. */
    public static boolean has(String cell) {
        return cell.isEmpty() || ALL.contains(cell.toLowerCase(Locale.ROOT));
    }
}
