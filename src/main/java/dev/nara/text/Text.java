package dev.nara.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A localisable text: its key in the bundle {@code dev.nara.text.texts} and its arguments; it is formatted only when
 * the language is known. Numbers are written without grouping, as in files.
 */
public record Text(String key, List<Object> arguments) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The text of this key; arguments may be texts themselves. */
    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }

    /** The formatted text in this language (Korean or English; English for any other language). */
    public String in(Locale locale) {
        // Stored records can contain names unknown to this version, such as an algorithm: these are shown as they are.
        ResourceBundle all = bundle(locale);
        String twin = WindowWords.key(key, locale);
        String said = all.containsKey(twin) ? twin : key;
        String pattern = all.containsKey(said)
                ? RoleWords.words(key, all.getString(said), locale)
                : quoted(key.substring(key.lastIndexOf('.') + 1));
        Object[] words = arguments.stream().map(a -> word(a, locale)).toArray();
        String text = new MessageFormat(pattern, locale).format(words);
        return locale.getLanguage().equals("ko") ? Particles.chosen(text) : Plurals.chosen(text);
    }

    private static String quoted(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    /** Whether the bundle has this key. */
    public static boolean exists(String key, Locale locale) {
        return bundle(locale).containsKey(key);
    }

    private static String word(Object argument, Locale locale) {
        return argument instanceof Text text ? text.in(locale) : String.valueOf(argument);
    }

    /** All texts of this language, for libraries that look them up themselves. */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("dev.nara.text.texts", locale, NO_FALLBACK);
    }
}
