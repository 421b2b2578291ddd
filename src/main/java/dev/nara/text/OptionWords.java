package dev.nara.text;

import java.util.Locale;

/** Values of settings in words: the text {@code option.SETTING.VALUE} where a value is a word of ours. */
public final class OptionWords {
    private OptionWords() {}

    /** The value in words, or as it is spelt. */
    public static String of(String setting, String value, Locale locale) {
        String key = "option." + setting + "." + value;
        return Text.exists(key, locale) ? Text.of(key).in(locale) : value;
    }
}
