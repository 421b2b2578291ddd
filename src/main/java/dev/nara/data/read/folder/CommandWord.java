package dev.nara.data.read.folder;

/** A word of a command that people are told. */
public final class CommandWord {
    private CommandWord() {}

    /** As it is written in a command: in quotes where there is more in it than letters, digits and signs of paths. */
    public static String of(String text) {
        return text.matches("[\\p{L}\\p{N}_./:@+-]+") ? text : '"' + text + '"';
    }
}
