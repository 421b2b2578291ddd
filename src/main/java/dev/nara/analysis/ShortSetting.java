package dev.nara.analysis;

import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.Locale;

/** A setting in as few words as possible: "64-32", "neg 8", "no dropout". */
public final class ShortSetting {
    private ShortSetting() {}

    /** The text of this value if there is one, else of the setting with it, else label and value; layer sizes need no label. */
    public static String of(String name, String value, Locale locale) {
        String key = "short." + name;
        String ofValue = key + "." + (value.isEmpty() ? "0" : value);
        String shown = BareNumbers.value(value);
        if (Text.exists(ofValue, locale)) {
            return Text.of(ofValue).in(locale);
        } else if (name.equals("layers")) {
            return shown;
        }
        return Text.exists(key, locale)
                ? Text.of(key, shown).in(locale)
                : Text.of("parameter." + name).in(locale) + " " + shown;
    }
}
