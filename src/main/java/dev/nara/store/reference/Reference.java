package dev.nara.store.reference;

import dev.nara.text.Text;
import java.util.Locale;
import java.util.Map;

/**
 * What a cheap and strong algorithm reaches where a run does.
 *
 * @param algorithm its id
 * @param validation metrics on the part that decides the best epoch
 * @param test metrics on the test part
 */
public record Reference(String algorithm, Map<String, Double> validation, Map<String, Double> test) {
    /** The algorithm's name. */
    public Text name() {
        return Text.of("algorithm." + algorithm);
    }

    /** Its name where there is little room. */
    public Text shortName() {
        String own = "short.algorithm." + algorithm;
        return Text.exists(own, Locale.ENGLISH) ? Text.of(own) : name();
    }
}
