package dev.nara.text;

import java.util.Locale;

/**
 * Words for the window: a text that says how something is done has a twin there, its key with {@code .onscreen} behind it, that names
 * what is on screen where the text itself names what is typed in a terminal.
 */
public final class WindowWords {
    private static final char EXTENSION = 'w';
    private static final String WINDOW = "window";
    private static final String TWIN = ".onscreen";

    private WindowWords() {}

    /** The language, as the window speaks it. */
    public static Locale in(Locale language) {
        return new Locale.Builder()
                .setLocale(language)
                .setExtension(EXTENSION, WINDOW)
                .build();
    }

    /** The key of a text's twin; in a language as the terminal speaks it, that of the text itself. */
    static String key(String key, Locale locale) {
        return locale.getExtension(EXTENSION) == null ? key : key + TWIN;
    }
}
