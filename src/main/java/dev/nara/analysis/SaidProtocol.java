package dev.nara.analysis;

import dev.nara.text.Text;
import java.util.Locale;

/** Splits and candidates in words, in place of their notation. */
public final class SaidProtocol {
    private SaidProtocol() {}

    /** A split, such as {@code last-days:30}. */
    public static Text split(String spec) {
        return words("split.", spec);
    }

    /** Candidates, such as {@code popular:99} or {@code all:kept@near}. */
    public static Text candidates(String spec) {
        int at = spec.indexOf('@');
        Text words = words("candidates.", at < 0 ? spec : spec.substring(0, at));
        return at < 0 ? words : Text.of("said.period" + spec.substring(at).replace('@', '.'), words);
    }

    private static Text words(String prefix, String spec) {
        int colon = spec.indexOf(':');
        String name = colon < 0 ? spec : spec.substring(0, colon);
        String argument = colon < 0 ? "" : spec.substring(colon + 1);
        String key = "said." + prefix + name + (name.equals("all") && colon > 0 ? "." + argument : "");
        if (!argument.isEmpty() && exists(key + ".of")) {
            return Text.of(key + ".of", argument);
        }
        return exists(key) ? Text.of(key) : Text.of("said.as.written", spec);
    }

    private static boolean exists(String key) {
        return Text.exists(key, Locale.ENGLISH);
    }
}
