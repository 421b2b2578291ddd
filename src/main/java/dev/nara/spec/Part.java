package dev.nara.spec;

import dev.nara.text.Text;
import java.util.Locale;

/** The held-out part of the data on which a figure was computed. */
public enum Part {
    /** The part on which epochs and settings are chosen. */
    VALIDATION,
    /** The part on which the final figures are reported. */
    TEST;

    /** Its name in files for other programs: {@code validation}, {@code test}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of a metric on this part in files for other programs, such as {@code validation/HR@10}. */
    public String path(String metric) {
        return id() + "/" + metric;
    }

    /** Its name for users. */
    public Text words() {
        return Text.of("part." + this);
    }

    /** The name of a metric on this part for users. */
    public Text of(String metric) {
        return Text.of("part.metric." + this, metric);
    }
}
