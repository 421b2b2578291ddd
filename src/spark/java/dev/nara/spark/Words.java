package dev.nara.spark;

import dev.nara.text.Text;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the jobs, which the program itself does not contain: Korean or English, like those of the program. */
final class Words {
    private static final String BUNDLE = "dev.nara.spark.words";

    private Words() {}

    /** The text of a key; arguments may be texts of the program. */
    static String of(Locale locale, String key, Object... arguments) {
        Object[] words = Arrays.stream(arguments)
                .map(argument -> argument instanceof Text text ? text.in(locale) : String.valueOf(argument))
                .toArray();
        return new MessageFormat(bundle(locale).getString(key), locale).format(words);
    }

    /** A text for methods that take a text of the program, in the default language of this process. */
    static Text text(String key) {
        return Text.of("study.words", of(Locale.getDefault(), key));
    }

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
