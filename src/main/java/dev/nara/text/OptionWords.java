package dev.nara.text;

import java.util.Locale;

/** Values of settings as text: {@code option.SETTING.VALUE} if the texts have that key. */
public final class OptionWords {
    private OptionWords() {}

    /** The value as text, or unchanged. */
    public static String of(String setting, String value, Locale locale) {
        String key = "option." + setting + "." + value;
        return Text.exists(key, locale) ? Text.of(key).in(locale) : value;
    }
}
