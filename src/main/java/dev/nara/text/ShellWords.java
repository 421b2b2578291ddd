package dev.nara.text;

import java.util.List;
import java.util.regex.Pattern;

/** Words of a command that people are told, quoted as a POSIX shell needs it. */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=@%+,-]+");

    private ShellWords() {}

    /** A word: in single quotes where there is more in it than letters, digits and signs that no shell takes for its own. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Words as a command line. */
    public static String line(List<String> words) {
        return String.join(" ", words.stream().map(ShellWords::quoted).toList());
    }
}
