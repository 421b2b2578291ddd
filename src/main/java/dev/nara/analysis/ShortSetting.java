package dev.nara.analysis;

import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.Locale;

/** A setting in the fewest words that tell it: "64-32", "neg 8", "no dropout". */
public final class ShortSetting {
    private ShortSetting() {}

    /** By the text of this value, else of the setting, else its label before the value; sizes of layers are known without one. */
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
