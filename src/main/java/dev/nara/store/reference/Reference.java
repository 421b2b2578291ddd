package dev.nara.store.reference;

import dev.nara.text.Text;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a reference, a fast and strong algorithm, under the conditions of a run.
 *
 * @param algorithm the id of the algorithm
 * @param validation metrics on the part on which the best epoch is chosen
 * @param test metrics on the test part
 */
public record Reference(String algorithm, Map<String, Double> validation, Map<String, Double> test) {
    /** The algorithm's name. */
    public Text name() {
        return Text.of("algorithm." + algorithm);
    }

    /** The algorithm's short name. */
    public Text shortName() {
        String own = "short.algorithm." + algorithm;
        return Text.exists(own, Locale.ENGLISH) ? Text.of(own) : name();
    }
}
