package dev.nara.text;

import java.util.List;
import java.util.regex.Pattern;

/** Quotes the words of commands shown to users for a POSIX shell. */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=@%+,-]+");

    private ShellWords() {}

    /** A word, in single quotes if it contains more than letters, digits and characters without meaning to shells. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Words as a command line. */
    public static String line(List<String> words) {
        return String.join(" ", words.stream().map(ShellWords::quoted).toList());
    }
}
