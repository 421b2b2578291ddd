package dev.nara.analysis;

import dev.nara.text.Text;
import java.util.Locale;

/** What a short name of a run is made of, in a language. */
@FunctionalInterface
interface NamePart {
    /** Its words. */
    String in(Locale locale);

    /** A text. */
    static NamePart of(String key, Object... arguments) {
        return locale -> Text.of(key, arguments).in(locale);
    }

    /** A setting with its value; splits and candidates as people say them. */
    static NamePart setting(String name, String value) {
        return switch (name) {
            case "split" -> locale -> ProtocolWords.split(value, locale);
            case "candidates" -> locale -> ProtocolWords.candidates(value, locale);
            default -> locale -> ShortSetting.of(name, value, locale);
        };
    }
}
