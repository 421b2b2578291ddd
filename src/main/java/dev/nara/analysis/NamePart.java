package dev.nara.analysis;

import dev.nara.text.Text;
import java.util.Locale;

/** A part of a run's short name, in a language. */
@FunctionalInterface
interface NamePart {
    /** Its words. */
    String in(Locale locale);

    /** A text. */
    static NamePart of(String key, Object... arguments) {
        return locale -> Text.of(key, arguments).in(locale);
    }

    /** A setting with its value; splits and candidates in words. */
    static NamePart setting(String name, String value) {
        return switch (name) {
            case "split" -> locale -> ProtocolWords.split(value, locale);
            case "candidates" -> locale -> ProtocolWords.candidates(value, locale);
            default -> locale -> ShortSetting.of(name, value, locale);
        };
    }
}
