package dev.nara.spark;

import java.io.PrintStream;
import java.util.Locale;

/** The messages of a job: lines for people, in their language. */
final class JobOutput {
    private final PrintStream to;
    private final Locale locale;

    JobOutput(PrintStream to, Locale locale) {
        this.to = to;
        this.locale = locale;
    }

    void say(String key, Object... arguments) {
        line(Words.of(locale, key, arguments));
    }

    void line(String text) {
        to.println(text);
        to.flush();
    }

    Locale locale() {
        return locale;
    }
}
