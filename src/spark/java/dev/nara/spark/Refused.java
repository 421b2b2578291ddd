package dev.nara.spark;

import java.util.Locale;

/** Reports what a job cannot do, and what to do instead, as a {@link Words} key with its arguments. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    Refused(String key, Object... arguments) {
        super(Words.of(Locale.ENGLISH, key, arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    String message(Locale locale) {
        return Words.of(locale, key, arguments);
    }
}
